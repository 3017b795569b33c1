package dev.perennial.ingest.wallos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.Mode;
import dev.perennial.ingest.imports.Entry;
import dev.perennial.ingest.imports.ImportFile;
import dev.perennial.ingest.imports.RefusedFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ExportReaderTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Arrival ARRIVAL =
      new Arrival("acme", Instant.parse("2026-11-28T00:00:00Z"), Mode.BACKFILL);

  private static final String ENTRY =
      """
      {"Name":"Tom &amp; Jerry&#039;s","Payment Cycle":"Every 3 Months",
       "Next Payment":"2026-12-15","Renewal":"Manual","Category":"Music","Payment Method":"PayPal",
       "Paid By":"Alice","Price":"€12.9","Notes":"mine","URL":"https://example.com/?a=1&amp;b=2",
       "State":"Enabled","Notifications":"Disabled","Cancellation Date":"2026-12-01",
       "Active":"Yes"}
      """;

  @Test
  void startsASubscriptionWithItsNextPaymentAsTheAnchor() {
    ImportFile file = reader(null).json(list(ENTRY));
    List<ObjectNode> events = asked(file, 0).events();
    assertThat(events).hasSize(1);
    assertThat(withoutId(events.getFirst()))
        .isEqualTo(
            JSON.readTree(
                """
                {"specversion":"1.0","source":"/imports/wallos","type":"subscription.started",
                 "time":"2026-09-15T12:00:00Z","subject":"wallos-tom-jerry-s",
                 "subscriberid":"alice",
                 "data":{"name":"Tom & Jerry's","category":"Music",
                         "price":{"kind":"FIXED","amount":{"value":"12.9","currency":"EUR"}},
                         "billing":{"every":3,"unit":"MONTH","anchor":"2026-12-15"},
                         "collection":"MANUAL","reminders":{"leads":[]},
                         "url":"https://example.com/?a=1&b=2"}}
                """));
    assertThat(file.dropped())
        .isEqualTo(Map.of("Notes", 1, "Payment Method", 1, "Paid By", 1, "Cancellation Date", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01, 2026-12-01",
    "2027-03-01, 2026-12-15",
    "'', 2026-12-15",
  })
  void endsADisabledSubscriptionNoLaterThanItsNextPayment(String cancelled, String end) {
    String entry =
        ENTRY.replace("\"Active\":\"Yes\"", "\"Active\":\"No\"").replace("2026-12-01", cancelled);
    List<ObjectNode> events = asked(reader(null).json(list(entry)), 0).events();
    assertThat(events).hasSize(2);
    ObjectNode last = events.getLast();
    assertThat(last.path("type").stringValue()).isEqualTo("subscription.cancelled");
    assertThat(last.path("time").stringValue()).isEqualTo("2026-09-15T12:00:01Z");
    assertThat(last.path("data").path("effectiveOn").stringValue()).isEqualTo(end);
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(EventCodec.decode(event, ARRIVAL)).isInstanceOf(Decoding.Decoded.class));
  }

  @Test
  void readsTheSameFromCsvAndFromTheEndpointsAnswer() {
    String header = "Name,Payment Cycle,Next Payment,Renewal,Price,Notes,State,Brand New\n";
    String row = "Netflix,Monthly,2026-12-15,Automatic,£9,x,Disabled,y\n";
    String entry =
        """
        {"Name":"Netflix","Payment Cycle":"Monthly","Next Payment":"2026-12-15","Price":"£9",
         "Renewal":"Automatic","Notes":"x","State":"Disabled","Brand New":"y"}
        """;
    List<ObjectNode> events = asked(reader(null).csv((header + row).getBytes(UTF_8)), 0).events();
    byte[] answer = "{\"success\":true,\"subscriptions\":[%s]}".formatted(entry).getBytes(UTF_8);
    assertThat(asked(reader(null).json(answer), 0).events()).isEqualTo(events).hasSize(2);
  }

  @Test
  void givesTheSameNameTheSameIdAndEachOfSeveralItsOwn() {
    String other = ENTRY.replace("Tom &amp; Jerry&#039;s", "新加坡 / VPS");
    ImportFile file = reader(null).json(list(ENTRY, ENTRY, other));
    assertThat(List.of(0, 1, 2))
        .extracting(index -> asked(file, index).events().getFirst().path("subject").stringValue())
        .containsExactly("wallos-tom-jerry-s", "wallos-tom-jerry-s-2", "wallos-新加坡-vps");
    String id = asked(file, 0).events().getFirst().path("id").stringValue();
    assertThat(id).matches("wallos-[0-9a-f]{32}");
    assertThat(
            asked(reader(null).json(list(ENTRY)), 0).events().getFirst().path("id").stringValue())
        .isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "€0.99, , EUR 0.99",
    "zł29.9, , PLN 29.9",
    "CHF5, , CHF 5",
    "$5, USD, USD 5",
    "Fr.7.5, CHF, CHF 7.5",
    "7, EUR, EUR 7",
    "€7, USD, EUR 7"
  })
  void readsAPrice(String text, @Nullable String fallback, String expected) {
    Price price = Price.parse(text, fallback);
    assertThat(price.currency() + " " + price.value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Price\":\"€12.9\"', 'Price\":\"$5\"', currency-ambiguous, Price",
    "'Price\":\"€12.9\"', 'Price\":\"€12,90\"', decimal-comma, Price",
    "'Price\":\"€12.9\"', 'Price\":\"€-5\"', price-format, Price",
    "'Price\":\"€12.9\"', 'Price\":\"€.5\"', price-format, Price",
    "'Price\":\"€12.9\"', 'Price\":[]', type, Price",
    "Every 3 Months, One Time, cycle-unknown, Payment Cycle",
    "Every 3 Months, Every 9999 Days, number-range, Payment Cycle",
    "Every 3 Months, '', field-missing, Payment Cycle",
    "2026-12-15, 15.12.2026, time-format, Next Payment",
    "2026-12-15, 2026-02-30, time-format, Next Payment",
    "2026-12-15, '', field-missing, Next Payment",
    "Manual, Perhaps, enum, Renewal"
  })
  void saysWhichFieldCannotBeMapped(String part, String spoilt, String code, String column) {
    assertThat(ENTRY).contains(part);
    ImportFile file = reader(null).json(list(ENTRY.replace(part, spoilt)));
    Entry.Spoilt entry = (Entry.Spoilt) file.entries().getFirst();
    assertThat(entry.code()).isEqualTo(code);
    assertThat(entry.column()).isEqualTo(column);
    assertThat(entry.row()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', body-missing",
    "'[', json-malformed",
    "'[]', batch-empty",
    "'{}', type",
    "'[1,2,3,4,5]', rows-too-many"
  })
  void refusesWhatIsNoExport(String body, String code) {
    RefusedFile refused =
        catchThrowableOfType(RefusedFile.class, () -> reader(null).json(body.getBytes(UTF_8)));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
  }

  @Test
  void aSpoiltExportIsRefusedWithACodeOrReadEntryByEntry() {
    byte[] json = list(ENTRY.replace("Yes", "No"), ENTRY.replace("2026-12-15", "0000-01-01"));
    byte[] csv =
        "Name,Payment Cycle,Next Payment,Price,Active\nA,Every 9 Years,0001-01-01,$5,No\n"
            .getBytes(UTF_8);
    for (long seed = 0; seed < 1_000; seed++) {
      byte[] spoiltJson = spoilt(json, seed);
      byte[] spoiltCsv = spoilt(csv, seed);
      read(() -> reader("USD").json(spoiltJson), seed);
      read(() -> reader("USD").csv(spoiltCsv), seed);
    }
  }

  private static byte[] spoilt(byte[] whole, long seed) {
    Random random = new Random(seed);
    byte[] spoilt = whole.clone();
    for (int times = random.nextInt(4); times >= 0; times--) {
      spoilt[random.nextInt(spoilt.length)] = (byte) "\",:0-}\n\u00e9".charAt(random.nextInt(8));
    }
    return spoilt;
  }

  private static void read(Supplier<ImportFile> reading, long seed) {
    try {
      for (Entry entry : reading.get().entries()) {
        if (entry instanceof Entry.Asked asked) {
          asked.events().forEach(event -> EventCodec.decode(event, ARRIVAL));
        }
      }
    } catch (RefusedFile refused) {
      assertThat(refused.code()).as("seed %d", seed).isNotEmpty();
    }
  }

  private static ExportReader reader(@Nullable String currency) {
    return new ExportReader(new Target("alice", currency, "/imports/wallos", null), 4);
  }

  private static byte[] list(String... entries) {
    return ("[" + String.join(",", entries) + "]").getBytes(UTF_8);
  }

  private static Entry.Asked asked(ImportFile file, int index) {
    return (Entry.Asked) file.entries().get(index);
  }

  private static JsonNode withoutId(ObjectNode event) {
    ObjectNode copy = event.deepCopy();
    copy.remove("id");
    return copy;
  }
}
