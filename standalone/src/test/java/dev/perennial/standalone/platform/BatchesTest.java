package dev.perennial.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void shouldKeepTheOrderAndTheLargestSize() {
    List<String> events = List.of(event("a"), event("b"), event("c"));

    assertThat(Batches.of(events, 2))
        .containsExactly(List.of(event("a"), event("b")), List.of(event("c")));
  }

  @Test
  void shouldNeverPutOneIdTwiceIntoABatch() {
    List<String> events = List.of(event("a"), event("b"), event("a"), event("c"));

    assertThat(Batches.of(events, 10))
        .containsExactly(List.of(event("a"), event("b")), List.of(event("a"), event("c")));
  }

  @Test
  void shouldMakeNoBatchOfNothing() {
    assertThat(Batches.of(List.of(), 10)).isEmpty();
  }

  private static String event(String id) {
    return "{\"source\":\"/billing\",\"id\":\"" + id + "\"}";
  }
}
