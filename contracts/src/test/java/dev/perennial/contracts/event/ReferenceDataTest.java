package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDataTest {

  private static final String RATES =
      """
      {"specversion":"1.0","id":"ecb-2026-11-27","source":"https://rates.example/daily",
       "type":"exchange-rates.published","time":"2026-11-27T15:00:00Z","subject":"EUR",
       "data":{"base":"EUR","date":"2026-11-27","source":"ECB",
               "rates":{"USD":"1.1604","GBP":"0.8745","JPY":"180"}}}
      """;

  private static final String TENANT =
      """
      {"specversion":"1.0","id":"evt-1","source":"/admin","type":"tenant.updated",
       "time":"2026-01-05T10:00:00Z","subject":"acme",
       "data":{"currency":"EUR","zone":"Europe/Vienna","leads":{"renewal.upcoming":[1,7]},
               "routing":{"payment.failed":["mail-2","mail-1"]}}}
      """;

  @Test
  void shouldReadRatesAsTheirSenderMeansThem() {
    ReferenceEvent event = reference(RATES);
    assertThat(event.tenantId()).isEqualTo("acme");
    assertThat(event.subject()).isEqualTo("EUR");
    assertThat(event.fact().data())
        .isEqualTo(
            new ExchangeRatesPublished(
                new ExchangeRates(
                    Currency.getInstance("EUR"),
                    LocalDate.of(2026, 11, 27),
                    Map.of(
                        Currency.getInstance("USD"), new BigDecimal("1.1604"),
                        Currency.getInstance("GBP"), new BigDecimal("0.8745"),
                        Currency.getInstance("JPY"), new BigDecimal("1.8E+2")),
                    "ECB")));
  }

  @Test
  void shouldReadWhatHoldsForATenant() {
    assertThat(reference(TENANT).fact().data())
        .isEqualTo(
            new TenantUpdated(
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Vienna"),
                Map.of("renewal.upcoming", List.of(7, 1)),
                Map.of("payment.failed", List.of("mail-2", "mail-1"))));
  }

  @Test
  void shouldWriteRatesInTheOrderOfTheirCurrencies() {
    assertThat(new String(EventCodec.encodeData(reference(RATES).fact().data()), UTF_8))
        .isEqualTo(
            """
            {"base":"EUR","date":"2026-11-27",\
            "rates":{"GBP":"0.8745","JPY":"180","USD":"1.1604"},"source":"ECB"}""");
  }

  @Test
  void shouldReadBackItsDataAlone() {
    for (long seed = 1; seed <= 300; seed++) {
      var data = new RandomEvents(seed).nextReference().fact().data();
      assertThat(
              EventCodec.decodeData(
                  EventType.of(data), StrictJson.parse(EventCodec.encodeData(data))))
          .as("seed " + seed)
          .isEqualTo(data);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"specversion\" ~ \"subscriberid\":\"alice\",\"specversion\"",
        "\"specversion\" ~ \"subscriberid\":\"a@b\",\"specversion\"",
        "15:00:00Z ~ 16:00:00+01:00",
        "\"1.1604\" ~ \"1.160400\"",
        "\"180\" ~ \"180.0\"",
        "\"USD\":\"1.1604\",\"GBP\":\"0.8745\" ~ \"GBP\":\"0.8745\",\"USD\":\"1.1604\""
      })
  void shouldGiveEqualRatesEqualDigests(String part, String otherSpelling) {
    assertThat(RATES).contains(part);
    assertThat(reference(RATES.replace(part, otherSpelling))).isEqualTo(reference(RATES));
  }

  @Test
  void shouldDigestAsOfAnEmptySubscriber() {
    // SHA-256 of type, subject, nothing, time and data, each behind its length in four bytes.
    assertThat(reference(RATES).fact().digest()).isEqualTo("84b741017b292f304006e44eacadc6c5");
  }

  @Test
  void shouldNotLetATenantChangeTheDigestOfRates() {
    Arrival other = new Arrival("globex", Samples.ARRIVAL.receivedAt(), Samples.ARRIVAL.mode());
    var json = StrictJson.parse(RATES.getBytes(UTF_8));
    var decoded = (Decoding.DecodedReference) EventCodec.decode(json, other);
    assertThat(decoded.event().tenantId()).isEqualTo("globex");
    assertThat(decoded.event().fact()).isEqualTo(reference(RATES).fact());
  }

  @Test
  void shouldBeARecordOfOnePartitionWithoutASubscriber() {
    ProducerRecord<byte[], byte[]> rates = EventRecordCodec.encode(reference(RATES), 3);
    assertThat(rates.topic()).isEqualTo("reference-data");
    assertThat(rates.partition()).isEqualTo(3);
    assertThat(rates.timestamp()).isNull();
    assertThat(rates.key()).asString(UTF_8).isEqualTo("EUR");
    assertThat(rates.headers().lastHeader("ce_subscriberid")).isNull();
    assertThat(rates.headers().lastHeader("ce_tenantid").value()).asString(UTF_8).isEqualTo("acme");
  }

  @Test
  void shouldKeyATenantByItsIdWithTheSeparatorEncoded() {
    Arrival odd = new Arrival("a|b", Samples.ARRIVAL.receivedAt(), Samples.ARRIVAL.mode());
    var json = StrictJson.parse(TENANT.replace("acme", "a|b").getBytes(UTF_8));
    var decoded = (Decoding.DecodedReference) EventCodec.decode(json, odd);
    assertThat(EventRecordCodec.keyOf(decoded.event())).asString(UTF_8).isEqualTo("a%7Cb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"subject\":\"EUR\" ~ \"subject\":\"USD\" ~ field-conflict ~ /subject",
        "\"subject\":\"EUR\", ~ ~ field-missing ~ /subject",
        "\"base\":\"EUR\", ~ ~ field-missing ~ /data/base",
        "\"base\":\"EUR\" ~ \"base\":\"eur\" ~ enum ~ /data/base",
        "\"base\":\"EUR\" ~ \"base\":\"USD\" ~ field-conflict ~ /data/rates",
        "\"date\":\"2026-11-27\" ~ \"date\":\"27.11.2026\" ~ time-format ~ /data/date",
        "\"date\":\"2026-11-27\" ~ \"date\":\"2026-02-30\" ~ time-format ~ /data/date",
        "\"source\":\"ECB\", ~ ~ field-missing ~ /data/source",
        "\"ECB\" ~ \"\" ~ text-invalid ~ /data/source",
        "\"USD\" ~ \"USX\" ~ enum ~ /data/rates",
        "\"USD\" ~ \"usd\" ~ enum ~ /data/rates",
        "\"USD\" ~ \"\" ~ enum ~ /data/rates",
        "\"USD\" ~ \"EUR\" ~ field-conflict ~ /data/rates",
        "\"1.1604\" ~ 1.1604 ~ type ~ /data/rates/USD",
        "\"1.1604\" ~ null ~ type ~ /data/rates/USD",
        "\"1.1604\" ~ \"-1.1604\" ~ number-format ~ /data/rates/USD",
        "\"1.1604\" ~ \"1,1604\" ~ number-format ~ /data/rates/USD",
        "\"1.1604\" ~ \"1e3\" ~ number-format ~ /data/rates/USD",
        "\"1.1604\" ~ \".5\" ~ number-format ~ /data/rates/USD",
        "\"1.1604\" ~ \"1234567890123\" ~ number-format ~ /data/rates/USD",
        "\"1.1604\" ~ \"0.1234567890123\" ~ number-format ~ /data/rates/USD",
        "\"1.1604\" ~ \"0.000\" ~ number-range ~ /data/rates/USD",
        "\"base\":\"EUR\" ~ \"base\":\"EUR\",\"spread\":\"1\" ~ field-unknown ~ /data"
      })
  void shouldNameWhatIsWrongWithRates(String part, String spoilt, String code, String pointer) {
    assertThat(RATES).contains(part);
    expect(RATES.replace(part, spoilt == null ? "" : spoilt), code, pointer);
  }

  @Test
  void shouldTakeTheLargestAndTheSmallestRate() {
    reference(RATES.replace("1.1604", "999999999999.999999999999"));
    reference(RATES.replace("1.1604", "0.000000000001"));
  }

  @Test
  void shouldBoundHowManyRatesThereAre() {
    expect(ratesOf("{}"), "field-missing", "/data/rates");
    expect(ratesOf("[]"), "type", "/data/rates");
    Set<String> codes =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.equals("EUR"))
            .collect(Collectors.toCollection(TreeSet::new));
    reference(ratesOf(of(codes, 200)));
    expect(ratesOf(of(codes, 201)), "list-too-long", "/data/rates");
  }

  private static String of(Set<String> codes, int most) {
    return codes.stream()
        .limit(most)
        .map(code -> "\"" + code + "\":\"1.5\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String ratesOf(String rates) {
    return RATES.replaceAll("(?s)\"rates\":\\{[^}]*}", "\"rates\":" + rates);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"subject\":\"acme\" ~ \"subject\":\"globex\" ~ field-conflict ~ /subject",
        "\"currency\":\"EUR\" ~ \"currency\":\"EUX\" ~ enum ~ /data/currency",
        "\"currency\":\"EUR\" ~ \"locale\":\"de\" ~ field-unknown ~ /data",
        "Europe/Vienna ~ Mars/Base ~ enum ~ /data/zone",
        "renewal.upcoming ~ moon.full ~ enum ~ /data/leads",
        "[1,7] ~ [367] ~ number-range ~ /data/leads/renewal.upcoming/0",
        "\"mail-2\" ~ \"\" ~ id-invalid ~ /data/routing/payment.failed/0"
      })
  void shouldNameWhatIsWrongWithATenant(String part, String spoilt, String code, String pointer) {
    assertThat(TENANT).contains(part);
    expect(TENANT.replace(part, spoilt), code, pointer);
  }

  @Test
  void shouldWantSomethingThatChanges() {
    expect(TENANT.replaceAll("(?s)\"data\":\\{.*", "\"data\":{}}"), "field-missing", "/data");
  }

  private static ReferenceEvent reference(String json) {
    return ((Decoding.DecodedReference) Samples.decode(json)).event();
  }

  private static void expect(String json, String code, String pointer) {
    Violation violation = ((Decoding.Rejected) Samples.decode(json)).violation();
    assertThat(List.of(violation.code(), violation.pointer())).containsExactly(code, pointer);
  }
}
