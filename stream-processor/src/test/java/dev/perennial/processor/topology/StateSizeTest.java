package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures what a subscription takes in its store, and holds the README's table against it. */
class StateSizeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void theTableOfSizesIsWhatIsMeasured() throws IOException {
    List<String> table =
        List.of(
            row("a start, an alert raised", "2021-01-26", Stories.started(Stories.SHORT)),
            row("a start, a new price, six payments", "2021-07-05", Stories.paid(6, Stories.SHORT)),
            row("the same, an alert raised", "2021-07-26", Stories.paid(6, Stories.SHORT)),
            row("the same, every id a UUID", "2021-07-26", Stories.paid(6, Stories.UUIDS)),
            row(
                "a start, a new price, 60 payments, an alert raised",
                "2026-01-26",
                Stories.paid(60, Stories.SHORT)));

    assertThat(Files.readAllLines(README)).as(String.join("\n", table)).containsSubsequence(table);
  }

  @Test
  void aTypicalSubscriptionTakesLessThan300Bytes() {
    assertThat(bytes("2021-07-05", Stories.paid(6, Stories.SHORT))).hasSizeLessThan(300);
  }

  private static String row(String what, String day, List<Event> events) {
    return "| %s | %,d |".formatted(what, bytes(day, events).length);
  }

  /** The value alone; its key is the ids that name it. */
  private static byte[] bytes(String day, List<Event> events) {
    try (Pipeline pipeline = new Pipeline(Limits.standard())) {
      pipeline.take(Facts.livesIn("Europe/Berlin", "2020-12-01T00:00:00Z"));
      pipeline.take(Facts.thinksIn("EUR", "2020-12-01T00:00:00Z"));
      pipeline.take(events);
      pipeline.tick(day + "T09:00:00Z");
      return pipeline.subscription("acme|alice|netflix");
    }
  }
}
