package dev.perennial.operations.rates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.operations.OperationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures are made up; the form is the bank's. */
class RatesFileTest {

  private static final LocalDate ALL = LocalDate.EPOCH;
  private static final ExchangeRates NEWEST =
      day("2026-11-27", Map.of("USD", "1.1604", "JPY", "181.10", "GBP", "0.8745"));
  private static final List<ExchangeRates> HISTORY =
      List.of(
          day("2007-12-31", Map.of("USD", "1.5", "CYP", "0.58")),
          day("2026-07-01", Map.of("USD", "1.2", "GBP", "0.9")),
          day("2026-11-27", Map.of("USD", "1.1604", "GBP", "0.8745")));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"eurofxref-daily.xml", "eurofxref.csv"})
  void aDayIsReadAndWhatIsNoCurrencyIsLeftOut(String name) throws IOException {
    RatesFile file = read(fixture(name));
    assertThat(file.days()).containsExactly(NEWEST);
    assertThat(file.leftOut()).containsExactly(Map.entry("XQQ", 1));
    assertThat(file.lines())
        .containsExactly(
            "1 days of rates, 2026-11-27 to 2026-11-27",
            "left out, since they are not in ISO 4217: XQQ on 1 days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eurofxref-hist.xml", "eurofxref-hist.csv"})
  void theHistoryIsReadFromItsOldestDayOn(String name) throws IOException {
    assertThat(read(fixture(name)).days()).isEqualTo(HISTORY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eurofxref-hist.xml", "eurofxref-hist.csv"})
  void whatComesInAZipIsReadToo(String name) throws IOException {
    assertThat(read(zip(Map.of(name, fixture(name)))).days()).isEqualTo(HISTORY);
  }

  @Test
  void whatIsOlderIsLeftOut() throws IOException {
    Path file = written(fixture("eurofxref-hist.csv"));
    assertThat(RatesFile.read(file, LocalDate.of(2026, 7, 1)).days())
        .isEqualTo(HISTORY.subList(1, 3));
    RatesFile none = RatesFile.read(file, LocalDate.of(2026, 11, 28));
    assertThat(none.days()).isEmpty();
    assertThat(none.lines()).containsExactly("no day of rates");
  }

  @Test
  void aByteOrderMarkAndWindowsLinesAreTaken() throws IOException {
    assertThat(read(("\ufeffDate,USD\r\n2026-11-27,1.5\r\n\r\n").getBytes(UTF_8)).days())
        .containsExactly(day("2026-11-27", Map.of("USD", "1.5")));
    String xml = "\ufeff" + new String(fixture("eurofxref-daily.xml"), UTF_8);
    assertThat(read(xml.getBytes(UTF_8)).days()).containsExactly(NEWEST);
  }

  @Test
  void aDayOfWhichNothingIsKnownIsNoDay() throws IOException {
    assertThat(read("Date,USD\n2026-11-27,1.5\n2026-11-26,N/A\n").days())
        .containsExactly(day("2026-11-27", Map.of("USD", "1.5")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "'' ~ line 1: this is neither",
        "Day,USD|2026-11-27,1.5 ~ line 1: this is neither",
        "{\"rates\":{}} ~ line 1: this is neither",
        "Date,USD ~ there are no rates in it",
        "Date,USD|2026-11-27 ~ line 2: 1 values under a header of 2",
        "Date,USD|2026-11-27,1.5,1.6 ~ line 2: 3 values under a header of 2",
        "Date,USD|2026-02-30,1.5 ~ line 2: a date is written",
        "Date,USD|27/11/2026,1.5 ~ line 2: a date is written",
        "Date,USD|30 February 2026,1.5 ~ line 2: a date is written",
        "Date,USD|2026-11-27,1.5|2026-11-27,1.6 ~ line 3: 2026-11-27 stands there twice",
        "Date,USD,USD|2026-11-27,1.5,1.6 ~ line 2: USD stands there twice",
        "Date,USD|2026-11-27,one ~ line 2: the rate of USD is no decimal number",
        "Date,USD|2026-11-27,-1 ~ line 2: the rate of USD is no decimal number",
        "Date,USD|2026-11-27,1e3 ~ line 2: the rate of USD is no decimal number",
        "Date,USD|2026-11-27,0.00 ~ line 2: the rate of USD is zero",
        "Date,XQQ|2026-11-27,one ~ line 2: the rate of XQQ is no decimal number",
        "Date,EUR|2026-11-27,1 ~ line 2: the euro is the base",
        "Date,usd|2026-11-27,1.5 ~ line 2: a currency has three capital letters"
      })
  void whatIsWrongWithCsvIsSaidWithItsLine(String lines, String what) {
    refused(lines.replace("|", "\n").getBytes(UTF_8), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'1.1604'/> ~ '1,1604'/> ~ line 9: the rate of USD is no decimal number",
        "'USD' ~ 'DOLLAR' ~ line 9: a currency has three capital letters",
        "'USD' ~ 'JPY' ~ line 10: JPY stands there twice",
        "'USD' ~ 'EUR' ~ line 9: the euro is the base",
        " rate='1.1604' ~ ~ line 9: a Cube has a currency and a rate",
        "'2026-11-27' ~ 'yesterday' ~ line 8: a date is written",
        " time='2026-11-27' ~ ~ line 9: a rate stands before any date",
        "rate='7.5'/> ~ rate='7.5'> ~ this is not well-formed XML"
      })
  void whatIsWrongWithXmlIsSaidWithItsLine(String part, String spoilt, String what)
      throws IOException {
    String whole = new String(fixture("eurofxref-daily.xml"), UTF_8);
    assertThat(whole).contains(part);
    refused(whole.replace(part, spoilt == null ? "" : spoilt).getBytes(UTF_8), what);
  }

  @Test
  void aFileThatIsCutOffIsNotReadInPart() throws IOException {
    byte[] whole = fixture("eurofxref-hist.xml");
    refused(Arrays.copyOf(whole, whole.length - 30), "this is not well-formed XML");
  }

  @Test
  void otherXmlIsRefused() {
    refused("<html><Cube time='2026-11-27'/></html>".getBytes(UTF_8), "an element Envelope");
    refused("<Envelope/>".getBytes(UTF_8), "there are no rates in it");
  }

  @Test
  void nothingOutsideTheFileIsReadAndNothingInItMultiplies() throws IOException {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "1.5");
    String whole = new String(fixture("eurofxref-daily.xml"), UTF_8);
    for (String type :
        List.of(
            "<!DOCTYPE x [<!ENTITY rate SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x [<!ENTITY rate \"1.5\">]>",
            "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">")) {
      String xml =
          whole.replace("<gesmes:Envelope", type + "<gesmes:Envelope").replace("1.1604", "&rate;");
      refused(xml.getBytes(UTF_8), "a document type is not accepted");
    }
  }

  @Test
  void aZipHasOneFileInIt() throws IOException {
    byte[] csv = fixture("eurofxref.csv");
    refused(zip(Map.of("a.csv", csv, "b.csv", csv)), "more than one file is in the zip");
    refused(zip(Map.of("a.txt", "hello".getBytes(UTF_8))), "line 1: this is neither");
  }

  @Test
  void aZipThatInflatesWithoutEndIsRefused() throws IOException {
    refused(zip(Map.of("a.csv", new byte[RatesFile.MOST_BYTES + 1])), "more than 64 MB");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path nowhere = folder.resolve("nowhere.xml");
    assertThatThrownBy(() -> RatesFile.read(nowhere, ALL))
        .isInstanceOf(OperationException.class)
        .hasMessage("Cannot read " + nowhere + ": NoSuchFileException");
  }

  private void refused(byte[] content, String what) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(OperationException.class)
        .hasMessageStartingWith("rates: ")
        .hasMessageContaining(what);
  }

  private RatesFile read(String content) throws IOException {
    return read(content.getBytes(UTF_8));
  }

  private RatesFile read(byte[] content) throws IOException {
    return RatesFile.read(written(content), ALL);
  }

  private Path written(byte[] content) throws IOException {
    return Files.write(folder.resolve("rates"), content);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream file = RatesFileTest.class.getResourceAsStream("/rates/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private static ExchangeRates day(String date, Map<String, String> rates) {
    return new ExchangeRates(
        Currency.getInstance("EUR"),
        LocalDate.parse(date),
        rates.entrySet().stream()
            .collect(
                Collectors.toMap(
                    rate -> Currency.getInstance(rate.getKey()),
                    rate -> new BigDecimal(rate.getValue()))),
        "ECB");
  }
}
