package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures what a subscription takes in its store, and holds the README's table against it. */
class StateSizeTest {

  private static final Path README = Path.of("README.md");

  /** The only entry of the list "raised" in layout-2/typical.bin. */
  private static final int ALERT_IN_LAYOUT_2 = 174;

  @Test
  void theTableOfSizesIsWhatIsMeasured() throws IOException {
    List<String> table =
        List.of(
            row(
                "a start, an alert raised",
                bytes("start"),
                "2021-01-26",
                Stories.started(Stories.SHORT)),
            row(
                "a start, a new price, six payments",
                bytes("typical") - ALERT_IN_LAYOUT_2,
                "2021-07-05",
                Stories.paid(6, Stories.SHORT)),
            row(
                "the same, an alert raised",
                bytes("typical"),
                "2021-07-26",
                Stories.paid(6, Stories.SHORT)),
            row(
                "the same, every id a UUID",
                bytes("typical-uuids"),
                "2021-07-26",
                Stories.paid(6, Stories.UUIDS)),
            row(
                "a start, a new price, 60 payments, an alert raised",
                bytes("sixty-payments"),
                "2026-01-26",
                Stories.paid(60, Stories.SHORT)));

    assertThat(Files.readAllLines(README)).as(String.join("\n", table)).containsSubsequence(table);
  }

  @Test
  void aTypicalSubscriptionTakesLessThan300Bytes() {
    assertThat(size("2021-07-05", Stories.paid(6, Stories.SHORT))).isLessThan(300);
  }

  private static String row(String what, int before, String day, List<Event> events) {
    return "| %s | %,d | %,d |".formatted(what, before, size(day, events));
  }

  /** The value alone; its key is the ids that name it. */
  private static int size(String day, List<Event> events) {
    try (Pipeline pipeline = new Pipeline(Limits.standard())) {
      pipeline.take(Facts.livesIn("Europe/Berlin", "2020-12-01T00:00:00Z"));
      pipeline.take(events);
      pipeline.tick(day + "T09:00:00Z");
      return pipeline.subscription("acme|alice|netflix").length;
    }
  }

  /** Of layout 2, as the last release that wrote it has left it. */
  private static int bytes(String name) throws IOException {
    try (InputStream bytes =
        StateSizeTest.class.getClassLoader().getResourceAsStream("layout-2/" + name + ".bin")) {
      return requireNonNull(bytes).readAllBytes().length;
    }
  }
}
