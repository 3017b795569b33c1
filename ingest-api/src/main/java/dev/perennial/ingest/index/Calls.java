package dev.perennial.ingest.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Gathers what many requests ask into few calls: while one is under way, the rest gather for the
 * next. So the store is asked as often as it answers, however many requests there are.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Calls<Q, A> {

  /** Of one call, unless a single request has more. */
  private static final int MOST_ENTRIES = 2_000;

  private static final int MOST_TOLD = 50_000;

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor caller;
  private final Gathering gathering;
  private final Function<List<Q>, List<A>> store;
  private final Queue<Ask<Q, A>> asks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean underWay = new AtomicBoolean();

  /** When the last call came up, and how many it answered; of the thread that calls. */
  private long cameUp = System.nanoTime();

  private int answered;

  private record Ask<Q, A>(List<Q> entries, CompletableFuture<List<A>> answer) {}

  /**
   * A pause before a call, in which more gather.
   *
   * @param pause how long
   * @param company how many asks must come in that time, by the pace of the last call, for the
   *     pause to be made; 0 for always
   */
  record Gathering(Duration pause, int company) {

    boolean isWorthIt(int asks, long nanos) {
      return asks * pause.toNanos() >= company * nanos;
    }
  }

  /**
   * @param name of the thread that calls: none of the virtual ones, since these take turns, and a
   *     call that waits for its turn is what everybody waits for
   * @param gathering before a call
   * @param store answers each entry, in their order
   */
  Calls(String name, Gathering gathering, Function<List<Q>, List<A>> store) {
    this.caller =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name).factory());
    this.caller.allowCoreThreadTimeOut(true);
    this.gathering = gathering;
    this.store = store;
  }

  /** Completes with the answer to each entry, or with why there is none. */
  CompletableFuture<List<A>> ask(List<Q> entries) {
    Ask<Q, A> ask = new Ask<>(entries, new CompletableFuture<>());
    waiting.addAndGet(entries.size());
    asks.add(ask);
    if (underWay.compareAndSet(false, true)) {
      caller.execute(this::callWhileAnyGather);
    }
    return ask.answer();
  }

  /** Asks where nobody waits for the answer, unless too many are waiting already. */
  void tell(List<Q> entries) {
    if (waiting.get() < MOST_TOLD) {
      ask(entries);
    }
  }

  private void callWhileAnyGather() {
    do {
      try {
        while (!asks.isEmpty()) {
          gather();
          List<Ask<Q, A>> next = next();
          answered = next.size();
          call(next);
        }
      } finally {
        underWay.set(false);
      }
      // What was added after the last look found a call under way.
    } while (!asks.isEmpty() && underWay.compareAndSet(false, true));
  }

  private void gather() {
    long now = System.nanoTime();
    if (gathering.isWorthIt(answered, now - cameUp)) {
      LockSupport.parkNanos(gathering.pause().toNanos());
    }
    cameUp = now;
  }

  /** Those that one call has place for. */
  private List<Ask<Q, A>> next() {
    List<Ask<Q, A>> next = new ArrayList<>();
    int entries = 0;
    for (Ask<Q, A> ask = asks.peek();
        ask != null && (next.isEmpty() || entries + ask.entries().size() <= MOST_ENTRIES);
        ask = asks.peek()) {
      asks.remove();
      next.add(ask);
      entries += ask.entries().size();
    }
    waiting.addAndGet(-entries);
    return next;
  }

  private void call(List<Ask<Q, A>> next) {
    try {
      List<Q> entries = new ArrayList<>();
      next.forEach(ask -> entries.addAll(ask.entries()));
      List<A> answers = store.apply(entries);
      int from = 0;
      for (Ask<Q, A> ask : next) {
        int to = from + ask.entries().size();
        ask.answer().complete(answers.subList(from, to));
        from = to;
      }
    } catch (RuntimeException failure) {
      next.forEach(ask -> ask.answer().completeExceptionally(failure));
    }
  }
}
