package dev.perennial.ingest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.Mode;
import dev.perennial.ingest.imports.Entry;
import dev.perennial.ingest.imports.RefusedFile;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RowReaderTest {

  private static final String HEADER = "subscriber,subscription,name,amount,currency,unit,anchor";
  private static final String ROW = "alice,netflix,Netflix,12.99,eur,month,2026-01-31";
  private static final Arrival ARRIVAL =
      new Arrival("acme", Instant.parse("2026-11-28T00:00:00Z"), Mode.BACKFILL);

  @Test
  void makesAnEventOfARow() {
    assertThat(event(HEADER + ",tags,notice,share\n" + ROW + ",home|tv,3 month,1 of 2"))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"specversion":"1.0","id":"csv-ID","source":"/imports/csv",
                     "type":"subscription.started","time":"2025-12-31T12:00:00Z",
                     "subject":"netflix","subscriberid":"alice",
                     "data":{"name":"Netflix",
                             "price":{"amount":{"value":"12.99","currency":"EUR"},"kind":"FIXED"},
                             "billing":{"unit":"MONTH","anchor":"2026-01-31","every":1},
                             "notice":{"every":3,"unit":"MONTH"},"share":{"part":1,"of":2},
                             "tags":["home","tv"]}}
                    """));
  }

  @ParameterizedTest
  @CsvSource({"DAY, 2026-01-30", "WEEK, 2026-01-24", "MONTH, 2025-12-31", "YEAR, 2025-01-31"})
  void takesTheDayOnePeriodBeforeTheAnchorForARowWithoutATime(String unit, String day) {
    String row = ROW.replace("month", unit);
    assertThat(event(HEADER + "\n" + row).path("time").stringValue()).isEqualTo(day + "T12:00:00Z");
  }

  @Test
  void takesTheTimeOfTheRowBeforeThatOfTheFileBeforeItsOwnDates() {
    Defaults given = new Defaults("/imports/csv", "2026-11-01");
    String header = HEADER + ",time\n" + ROW;
    assertThat(time(header + ",2026-02-03", given)).isEqualTo("2026-02-03T12:00:00Z");
    assertThat(time(header + ",2026-02-03T01:02:03+01:00", given))
        .isEqualTo("2026-02-03T01:02:03+01:00");
    assertThat(time(header + ",", given)).isEqualTo("2026-11-01T12:00:00Z");
    String payment =
        "type,subscriber,subscription,paymentId,amount,currency,dueOn\n"
            + "payment.failed,a,n,p,1,EUR,2026-05-06";
    assertThat(time(payment, defaults())).isEqualTo("2026-05-06T12:00:00Z");
  }

  @Test
  void derivesTheSameIdFromTheSameContentHoweverItsColumnsAreOrdered() {
    String id = id(HEADER + "\n" + ROW);
    assertThat(id).matches("csv-[0-9a-f]{32}");
    assertThat(
            id(
                "anchor;unit;Currency;AMOUNT;name;subscription;subscriber;tags\n"
                    + "2026-01-31;MONTH;EUR;12.99;Netflix;netflix;alice;"))
        .isEqualTo(id);
    assertThat(id(HEADER + "\n" + ROW.replace("12.99", "13.99"))).isNotEqualTo(id);
    assertThat(id(HEADER + ",id\n" + ROW + ",mine")).isEqualTo("mine");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void takesItsOwnTemplate(Kind kind) {
    List<Entry> entries = read(kind.template(), defaults());
    assertThat(entries).hasSize(1);
    ObjectNode event = ((Entry.Asked) entries.getFirst()).events().getFirst();
    assertThat(EventCodec.decode(event, ARRIVAL)).isInstanceOf(Decoding.Decoded.class);
    List<String> names =
        Stream.of(kind.template().lines().findFirst().orElseThrow().split(",")).toList();
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(kind.columns().stream().map(Column::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'=1+1,netflix,n,1,EUR,MONTH,2026-01-31', ,",
    "'alice,netflix,n,\"12,99\",EUR,MONTH,2026-01-31', decimal-comma, amount",
    "'alice,netflix,n,1,EUR,MONTH', row-length,",
    "'alice,netflix,n,1,EUR,MONTH,2026-01-31,x', row-length,"
  })
  void saysWhichCellSpoilsARow(String row, String code, String column) {
    Entry entry = read(HEADER + "\n" + row, defaults()).getFirst();
    assertThat(entry.row()).isEqualTo(2);
    if (code == null) {
      assertThat(entry).isInstanceOf(Entry.Asked.class);
    } else {
      Entry.Spoilt spoilt = (Entry.Spoilt) entry;
      assertThat(spoilt.code()).isEqualTo(code);
      assertThat(spoilt.column()).isEqualTo(column);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "every, 01, number-format",
    "every, 1.0, number-format",
    "every, +1, number-format",
    "notice, 1/2, cell-format",
    "notice, 3MONTH, cell-format",
    "share, 1/2, cell-format",
    "share, 02-Jan, cell-format"
  })
  void readsNoCellByGuessing(String column, String cell, String code) {
    Entry entry = read(HEADER + "," + column + "\n" + ROW + "," + cell, defaults()).getFirst();
    assertThat(((Entry.Spoilt) entry).code()).isEqualTo(code);
    assertThat(((Entry.Spoilt) entry).column()).isEqualTo(column);
  }

  @Test
  void refusesACellThatIsTooLong() {
    String row = ROW.replace("Netflix", "x".repeat(RowReader.LONGEST_CELL + 1));
    Entry entry = read(HEADER + "\n" + row, defaults()).getFirst();
    assertThat(((Entry.Spoilt) entry).code()).isEqualTo("cell-too-long");
  }

  @ParameterizedTest
  @CsvSource({"payment.voided, amount", "payment.refunded, dueOn", "payment.succeeded, refundId"})
  void refusesACellThatItsTypeHasNoPlaceFor(String type, String column) {
    Entry entry =
        read(
                "type,subscriber,subscription,paymentId," + column + "\n" + type + ",a,n,p,1",
                defaults())
            .getFirst();
    assertThat(((Entry.Spoilt) entry).code()).isEqualTo("field-unknown");
    assertThat(((Entry.Spoilt) entry).column()).isEqualTo(column);
  }

  @Test
  void takesNoOtherTypesThanThoseOfPayments() {
    String header = "type,subscriber,subscription,paymentId\n";
    for (String type : List.of("subscriber.deleted", "payment.SUCCEEDED", "")) {
      Entry entry = read(header + type + ",a,n,p", defaults()).getFirst();
      assertThat(((Entry.Spoilt) entry).code()).isEqualTo("enum");
      assertThat(((Entry.Spoilt) entry).column()).isEqualTo("type");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'name,subscriber', column-missing",
    "'name,sesame', column-unknown",
    "'name,Name', column-duplicate",
    "'type,subscriber,subscription', column-missing",
    "'type,name', column-unknown",
    "'paymentId,subscriber', column-missing",
    "'a|b', column-unknown"
  })
  void refusesAHeaderThatIsNotOfItsKind(String header, String code) {
    RefusedFile refused =
        catchThrowableOfType(RefusedFile.class, () -> read(header + "\nx,y\n", defaults()));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
  }

  private static Defaults defaults() {
    return new Defaults("/imports/csv", null);
  }

  private static List<Entry> read(String text, Defaults defaults) {
    return CsvFiles.read(text.getBytes(UTF_8), null, defaults, 10).entries();
  }

  private static String time(String text, Defaults defaults) {
    Entry.Asked asked = (Entry.Asked) read(text, defaults).getFirst();
    return asked.events().getFirst().path("time").stringValue();
  }

  private static String id(String text) {
    Entry.Asked asked = (Entry.Asked) read(text, defaults()).getFirst();
    return asked.events().getFirst().path("id").stringValue();
  }

  private static ObjectNode event(String text) {
    Entry.Asked asked = (Entry.Asked) read(text, defaults()).getFirst();
    return asked.events().getFirst().put("id", "csv-ID");
  }
}
