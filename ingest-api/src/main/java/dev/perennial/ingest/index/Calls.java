package dev.perennial.ingest.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Gathers what many requests ask into few calls: while one is under way, the rest gather for the
 * next. So the store is asked as often as it answers, however many requests there are.
 */
final class Calls {

  /** Of one call, unless a single request has more. */
  private static final int MOST_ENTRIES = 2_000;

  private static final int MOST_TOLD = 50_000;

  private final Function<List<Entry>, List<String>> store;
  private final Queue<Ask> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Ask> told = new ConcurrentLinkedQueue<>();
  private final AtomicInteger entriesTold = new AtomicInteger();
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * @param wanted what is to stand under the key, or be withdrawn from there; see the script
   */
  record Entry(String key, String wanted) {}

  private record Ask(List<Entry> entries, CompletableFuture<List<String>> answer) {}

  /**
   * @param store answers each entry, in their order
   */
  Calls(Function<List<Entry>, List<String>> store) {
    this.store = store;
  }

  /** Completes with the answer to each entry, or with why there is none. */
  CompletableFuture<List<String>> ask(List<Entry> entries) {
    return add(asked, entries);
  }

  /** For whom nobody waits: they go after those that are asked, where there is place for them. */
  void tell(List<Entry> entries) {
    if (entriesTold.get() < MOST_TOLD) {
      entriesTold.addAndGet(entries.size());
      add(told, entries);
    }
  }

  private CompletableFuture<List<String>> add(Queue<Ask> queue, List<Entry> entries) {
    Ask ask = new Ask(entries, new CompletableFuture<>());
    queue.add(ask);
    if (underWay.compareAndSet(false, true)) {
      Thread.ofVirtual().name("index-of-ids").start(this::callWhileAnyGather);
    }
    return ask.answer();
  }

  private void callWhileAnyGather() {
    do {
      try {
        for (List<Ask> asks = next(); !asks.isEmpty(); asks = next()) {
          call(asks);
        }
      } finally {
        underWay.set(false);
      }
      // What was added after the last look found a call under way.
    } while (!(asked.isEmpty() && told.isEmpty()) && underWay.compareAndSet(false, true));
  }

  private List<Ask> next() {
    List<Ask> asks = new ArrayList<>();
    int size = move(asked, asks, 0);
    entriesTold.addAndGet(size - move(told, asks, size));
    return asks;
  }

  /** Moves what a call has place for; returns how many entries it has then. */
  private static int move(Queue<Ask> from, List<Ask> to, int size) {
    int entries = size;
    for (Ask ask = from.peek();
        ask != null && (to.isEmpty() || entries + ask.entries().size() <= MOST_ENTRIES);
        ask = from.peek()) {
      from.remove();
      to.add(ask);
      entries += ask.entries().size();
    }
    return entries;
  }

  private void call(List<Ask> asks) {
    try {
      List<String> answers =
          store.apply(asks.stream().flatMap(ask -> ask.entries().stream()).toList());
      int from = 0;
      for (Ask ask : asks) {
        int to = from + ask.entries().size();
        ask.answer().complete(answers.subList(from, to));
        from = to;
      }
    } catch (RuntimeException failure) {
      asks.forEach(ask -> ask.answer().completeExceptionally(failure));
    }
  }
}
