package dev.perennial.ingest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import dev.perennial.ingest.imports.Entry;
import dev.perennial.ingest.imports.RefusedFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever the cells: a file is refused with a code, or an accepted row says what its cells say.
 */
class RandomCellsTest {

  private static final int FILES = 200;
  private static final Arrival ARRIVAL =
      new Arrival("acme", Instant.parse("2026-11-28T00:00:00Z"), Mode.BACKFILL);
  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, List<String>> GOOD =
      Map.ofEntries(
          Map.entry("type", List.of("payment.succeeded", "payment.failed", "payment.corrected")),
          Map.entry("amount", List.of("0", "12.99", "5.5", "007.10", "1000000")),
          Map.entry("currency", List.of("EUR", "usd", "Gbp")),
          Map.entry("kind", List.of("", "FIXED", "variable")),
          Map.entry("every", List.of("", "1", "12", "1000")),
          Map.entry("unit", List.of("DAY", "week", "Month", "YEAR")),
          Map.entry("anchor", List.of("1999-12-31", "2026-02-28", "2199-01-01")),
          Map.entry("monthEnd", List.of("", "CLAMP", "end_of_month", "SKIP")),
          Map.entry("trialEnds", List.of("", "2026-03-01")),
          Map.entry("endsOn", List.of("", "2027-01-01")),
          Map.entry("dueOn", List.of("", "2026-01-31")),
          Map.entry("occurrences", List.of("", "1", "24")),
          Map.entry("notice", List.of("", "3 MONTH", "14 day")),
          Map.entry("collection", List.of("", "AUTO", "manual")),
          Map.entry("share", List.of("", "1 of 2", "3 of 3")),
          Map.entry("url", List.of("", "https://example.com/a;b?c=\"")),
          Map.entry("tags", List.of("", "a", "a|b c|ü")),
          Map.entry("time", List.of("2026-01-31", "2026-01-31T08:00:00.5+02:00")),
          Map.entry("refundId", List.of("")),
          Map.entry("source", List.of("", "/billing", "https://example.com/x")));

  private static final List<String> TEXTS =
      List.of(
          "alice", "Nét,flix", "a;b", "=1+1", "-2", "+3", "'x", "say \"hi\"", " x ", "🎬", "a|b");

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "a\nb",
          "\r\n",
          "\"",
          "12,99",
          "1e3",
          "NaN",
          "-1",
          "2026-02-30",
          "31.12.2026",
          "1/2",
          "a@b.example",
          "\u202e",
          "\uFEFF",
          "{\"$gt\":\"\"}",
          "null",
          "9".repeat(300));

  private int accepted;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anAcceptedRowSaysWhatItsCellsSay(Kind kind) {
    for (long seed = 0; seed < FILES; seed++) {
      checkFile(kind, seed);
    }
    assertThat(accepted).isGreaterThan(FILES);
  }

  @Test
  void aSpoiltFileIsRefusedWithACodeOrReadRowByRow() {
    byte[] whole = Kind.SUBSCRIPTIONS.template().getBytes(UTF_8);
    for (long seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      byte[] spoilt = whole.clone();
      for (int times = random.nextInt(4); times >= 0; times--) {
        spoilt[random.nextInt(spoilt.length)] =
            (byte) "\",;\n\r\0x\u00e9".charAt(random.nextInt(8));
      }
      try {
        CsvFiles.read(spoilt, null, new Defaults("/x", null), 100)
            .entries()
            .forEach(RandomCellsTest::decode);
      } catch (RefusedFile refused) {
        assertThat(refused.code()).as("seed %d", seed).isNotEmpty();
      }
    }
  }

  private void checkFile(Kind kind, long seed) {
    Random random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 5; row++) {
      rows.add(kind.columns().stream().map(column -> cell(column, random)).toList());
    }
    char delimiter = random.nextBoolean() ? ',' : ';';
    List<Entry> entries =
        CsvFiles.read(file(kind, rows, delimiter), null, new Defaults("/imports/csv", null), 100)
            .entries();
    assertThat(entries).as("seed %d", seed).hasSameSizeAs(rows);
    for (int row = 0; row < rows.size(); row++) {
      if (decode(entries.get(row)) instanceof Decoding.Decoded decoded) {
        accepted++;
        requireSame(kind, rows.get(row), decoded.event(), seed);
      }
    }
  }

  private static Object decode(Entry entry) {
    return entry instanceof Entry.Asked asked
        ? EventCodec.decode(asked.events().getFirst(), ARRIVAL)
        : entry;
  }

  private static String cell(Column column, Random random) {
    if (random.nextInt(60) == 0) {
      return pick(ODD, random);
    }
    return pick(GOOD.getOrDefault(column.name(), TEXTS), random);
  }

  private static String pick(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static byte[] file(Kind kind, List<List<String>> rows, char delimiter) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(kind.columns().stream().map(Column::name).toList());
    lines.addAll(rows);
    return lines.stream()
        .map(
            line ->
                line.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(String.valueOf(delimiter))))
        .collect(Collectors.joining("\r\n"))
        .getBytes(UTF_8);
  }

  private static void requireSame(Kind kind, List<String> cells, Event event, long seed) {
    JsonNode data = JSON.readTree(EventCodec.encodeData(event.fact().data()));
    for (int place = 0; place < cells.size(); place++) {
      Column column = kind.columns().get(place);
      String cell = cells.get(place);
      if (!cell.isEmpty()) {
        assertThat(said(column, event, data))
            .as("seed %d, %s", seed, column.name())
            .isEqualTo(normal(column, cell));
      } else if (column.pointer().startsWith("/data/") && column.absent() == null) {
        JsonNode value = data.at(column.pointer().substring("/data".length()));
        boolean own = column.name().equals("monthEnd") || column.name().equals("collection");
        assertThat(value.isMissingNode() || own).as("seed %d, %s", seed, column.name()).isTrue();
      }
    }
  }

  private static Object said(Column column, Event event, JsonNode data) {
    return switch (column.name()) {
      case "type" -> EventType.of(event.fact().data()).wireName();
      case "subscriber" -> event.subscriber().subscriberId();
      case "subscription" -> event.subject();
      case "time" -> event.fact().time();
      case "id" -> event.fact().id().id();
      case "source" -> event.fact().id().source();
      default -> said(column.form(), data.at(column.pointer().substring("/data".length())));
    };
  }

  private static Object said(Form form, JsonNode value) {
    return switch (form) {
      case AMOUNT -> new BigDecimal(value.stringValue()).stripTrailingZeros();
      case PERIOD -> value.path("every").intValue() + " " + value.path("unit").stringValue();
      case SHARE -> value.path("part").intValue() + " of " + value.path("of").intValue();
      case LIST -> value.valueStream().map(JsonNode::stringValue).collect(Collectors.joining("|"));
      case NUMBER -> String.valueOf(value.intValue());
      case TEXT, WORD, MOMENT -> value.stringValue();
    };
  }

  private static Object normal(Column column, String cell) {
    return switch (column.form()) {
      case AMOUNT -> new BigDecimal(cell).stripTrailingZeros();
      case WORD, PERIOD -> cell.toUpperCase(Locale.ROOT);
      case MOMENT ->
          OffsetDateTime.parse(cell.length() == 10 ? cell + "T12:00:00Z" : cell).toInstant();
      case TEXT, SHARE, LIST, NUMBER -> cell;
    };
  }
}
