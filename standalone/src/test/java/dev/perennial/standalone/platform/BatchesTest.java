package dev.perennial.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.platform.Batches.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private static final Instant AT = Instant.parse("2026-11-23T01:10:00Z");

  @Test
  void shouldKeepTheOrderAndTheLargestSize() {
    List<String> events = List.of(event("a"), event("b"), event("c"));

    assertThat(Batches.of(events, 2, AT))
        .containsExactly(news(event("a"), event("b")), news(event("c")));
  }

  @Test
  void shouldNeverPutOneIdTwiceIntoABatch() {
    List<String> events = List.of(event("a"), event("b"), event("a"), event("c"));

    assertThat(Batches.of(events, 10, AT))
        .containsExactly(news(event("a"), event("b")), news(event("a"), event("c")));
  }

  @Test
  void shouldMakeNoBatchOfNothing() {
    assertThat(Batches.of(List.of(), 10, AT)).isEmpty();
    assertThat(Batches.rounds(List.of())).isEmpty();
  }

  @Test
  void shouldCallHistoryWhatIsOlderThanThirtyDays() {
    String old = event("a", AT.minus(Duration.ofDays(30)).minusSeconds(1), 1);
    String recent = event("b", AT.minus(Duration.ofDays(30)), 1);

    assertThat(Batches.of(List.of(old, recent, recent.replace("\"b\"", "\"c\""), old), 10, AT))
        .containsExactly(
            new Batch(List.of(old), true),
            news(recent, recent.replace("\"b\"", "\"c\"")),
            new Batch(List.of(old), true));
  }

  @Test
  void shouldPutTheSecondContentOfAnIdIntoTheNextRound() {
    String other = event("a", AT, 2);
    String third = event("a", AT, 3);
    List<String> events =
        List.of(event("a"), other, event("b"), event("a"), third, other, event("c"));

    assertThat(Batches.rounds(events))
        .containsExactly(
            List.of(event("a"), event("b"), event("a"), event("c")),
            List.of(other, other),
            List.of(third));
  }

  private static Batch news(String... events) {
    return new Batch(List.of(events), false);
  }

  private static String event(String id) {
    return event(id, AT, 1);
  }

  private static String event(String id, Instant time, int data) {
    return "{\"source\":\"/billing\",\"id\":\"%s\",\"time\":\"%s\",\"data\":%d}"
        .formatted(id, time, data);
  }
}
