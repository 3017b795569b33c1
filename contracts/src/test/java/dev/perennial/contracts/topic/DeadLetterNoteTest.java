package dev.perennial.contracts.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterNoteTest {

  private static final DeadLetterNote NOTE =
      new DeadLetterNote(
          "number-range",
          "The amount is too large.",
          "subscription-events",
          3,
          41,
          Instant.parse("2026-11-23T08:00:00Z"));

  private final Headers own = new RecordHeaders().add("ce_id", bytes("evt-1"));

  @Test
  void shouldReadWhatItWrote() {
    assertThat(DeadLetterNote.of(NOTE.addedTo(own))).contains(NOTE);
  }

  @Test
  void withoutItsNoteALetterShouldHaveTheRecordsOwnHeaders() {
    assertThat(DeadLetterNote.removedFrom(NOTE.addedTo(own))).isEqualTo(own);
  }

  @Test
  void shouldReplaceTheNoteOfAnEarlierRejection() {
    Headers twice = NOTE.addedTo(NOTE.addedTo(own));
    assertThat(twice.headers("perennial-reason")).hasSize(1);
  }

  @Test
  void shouldReadATimeInMilliseconds() {
    Headers headers = NOTE.addedTo(own);
    headers.remove("perennial-timestamp");
    headers.add("perennial-timestamp", bytes("1795420800000"));
    assertThat(DeadLetterNote.of(headers)).contains(NOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"perennial-partition", "perennial-offset", "perennial-timestamp"})
  void whatCannotBeReadShouldBeNoNote(String name) {
    Headers headers = NOTE.addedTo(own);
    headers.remove(name);
    assertThat(DeadLetterNote.of(headers)).isEmpty();
    headers.add(name, bytes("nonsense"));
    assertThat(DeadLetterNote.of(headers)).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
