package dev.perennial.ingest.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsTest {

  private static final Calls.Gathering AT_ONCE = new Calls.Gathering(Duration.ZERO, 0);

  @Test
  void shouldGatherWhatIsAskedDuringACallForTheNext() {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch called = new CountDownLatch(1);
    Calls<String, String> calls =
        new Calls<>(
            "test",
            AT_ONCE,
            entries -> {
              sizes.add(entries.size());
              called.countDown();
              wait(answered);
              return entries;
            });
    List<CompletableFuture<List<String>>> answers = new ArrayList<>();
    answers.add(calls.ask(entries(0, 1)));
    wait(called);
    IntStream.range(1, 50).forEach(i -> answers.add(calls.ask(entries(i, 1))));
    calls.tell(entries(50, 10));
    answered.countDown();
    for (int i = 0; i < 50; i++) {
      assertThat(answers.get(i).join()).containsExactly("w" + i);
    }
    assertThat(sizes).containsExactly(1, 59);
  }

  @Test
  void shouldAnswerEveryoneWhereManyAskAtOnce() {
    Calls<String, String> calls = new Calls<>("test", AT_ONCE, entries -> entries);
    List<CompletableFuture<List<String>>> answers =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> calls.ask(entries(i, 3)).join(), Thread::startVirtualThread))
            .toList();
    for (int i = 0; i < 200; i++) {
      assertThat(answers.get(i).join()).containsExactly("w" + i, "w" + (i + 1), "w" + (i + 2));
    }
  }

  @Test
  void shouldPauseWhereEnoughComeInTheTimeOfThePause() {
    Calls.Gathering gathering = new Calls.Gathering(Duration.ofNanos(300), 4);
    assertThat(gathering.isWorthIt(4, 300)).isTrue();
    assertThat(gathering.isWorthIt(4, 301)).isFalse();
    assertThat(gathering.isWorthIt(1, 75)).isTrue();
    assertThat(gathering.isWorthIt(0, 1)).isFalse();
    assertThat(new Calls.Gathering(Duration.ofMillis(10), 0).isWorthIt(0, 1)).isTrue();
  }

  @Test
  void shouldGatherDuringAPause() {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    Calls<String, String> calls =
        new Calls<>(
            "test",
            new Calls.Gathering(Duration.ofMillis(200), 0),
            entries -> {
              sizes.add(entries.size());
              return entries;
            });
    List<CompletableFuture<List<String>>> answers =
        IntStream.range(0, 20).mapToObj(i -> calls.ask(entries(i, 1))).toList();
    answers.forEach(CompletableFuture::join);
    assertThat(sizes).containsExactly(20);
  }

  @Test
  void shouldTellEveryoneOfAFailureAndGoOn() {
    Calls<String, String> calls =
        new Calls<>(
            "test",
            AT_ONCE,
            entries -> {
              if (entries.contains("w0")) {
                throw new IllegalStateException("away");
              }
              return entries;
            });
    assertThatThrownBy(() -> calls.ask(entries(0, 1)).join()).hasRootCauseMessage("away");
    assertThat(calls.ask(entries(1, 1)).join()).containsExactly("w1");
  }

  private static List<String> entries(int from, int number) {
    return IntStream.range(from, from + number).mapToObj(i -> "w" + i).toList();
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
