package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What docs/stripe.md says of types, reasons and milliseconds is what the code does. */
class StripeDocumentationTest {

  private static final Path PAGE = Path.of("..", "docs", "stripe.md");

  @Test
  void shouldNameEveryReason() throws IOException {
    String page = Files.readString(PAGE);
    for (Reason reason : Reason.values()) {
      assertThat(page).contains("| `" + reason.code() + "` |");
    }
  }

  @Test
  void shouldHaveEveryTypeInTheMapping() throws IOException {
    String mapping = Files.readString(PAGE).split("## The mapping", 2)[1];
    for (String type : StripeMapping.TYPES) {
      assertThat(mapping).containsAnyOf("`" + type + "`", type.replaceFirst(".*\\.", "`.") + "`");
    }
  }

  @Test
  void shouldHaveTheMillisecondsOfEveryKind() throws IOException {
    String page = Files.readString(PAGE).split("## Within one second", 2)[1];
    for (Slot slot : Slot.values()) {
      long milliseconds = slot.in(Instant.EPOCH).toEpochMilli();
      assertThat(page).containsPattern("\\| " + milliseconds + "( to 899)? \\|");
    }
    assertThat(Slot.changed(Instant.EPOCH, Instant.MAX).toEpochMilli()).isEqualTo(899);
  }
}
