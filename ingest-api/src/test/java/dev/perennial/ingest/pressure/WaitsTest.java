package dev.perennial.ingest.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTest {

  @Test
  void shouldReturnWhatCame() throws Exception {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    CompletableFuture<String> got = await(awaited, Duration.ofMinutes(1));
    awaited.complete("it");
    assertThat(got.get()).isEqualTo("it");
  }

  @Test
  void shouldReturnWhatIsThereAfterTheDeadline() throws Exception {
    CompletableFuture<String> there = CompletableFuture.completedFuture("it");
    assertThat(Waits.await(there, System.nanoTime() - 1)).isEqualTo("it");
  }

  @Test
  void shouldTellOfAFailure() {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    CompletableFuture<String> got = await(awaited, Duration.ofMinutes(1));
    awaited.completeExceptionally(new IllegalStateException("away"));
    assertThatThrownBy(got::join).hasRootCauseMessage("away");
  }

  @Test
  void shouldEndEachOfManyWaitsAtItsDeadline() {
    long start = System.nanoTime();
    CompletableFuture<String> longer = await(new CompletableFuture<>(), Duration.ofMinutes(1));
    List<CompletableFuture<String>> ends =
        IntStream.range(0, 1_000)
            .mapToObj(i -> await(new CompletableFuture<>(), Duration.ofMillis(100 + i % 10)))
            .toList();
    for (CompletableFuture<String> end : ends) {
      assertThatThrownBy(end::join).hasRootCauseInstanceOf(TimeoutException.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
    assertThat(longer).isNotDone();
  }

  private static CompletableFuture<String> await(CompletableFuture<String> awaited, Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    CompletableFuture<String> got = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            got.complete(Waits.await(awaited, deadline));
          } catch (ExecutionException failed) {
            got.completeExceptionally(failed);
          } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
          }
        });
    return got;
  }
}
