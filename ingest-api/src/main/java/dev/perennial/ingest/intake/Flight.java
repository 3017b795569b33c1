package dev.perennial.ingest.intake;

import dev.perennial.contracts.http.Receipt;
import dev.perennial.ingest.pressure.Waits;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The records of one request on their way. What happens for each record is one write and one count;
 * whoever waits is woken once.
 */
final class Flight {

  private final AtomicReferenceArray<Receipt> places;
  private final AtomicInteger open;
  private final CompletableFuture<Boolean> landed = new CompletableFuture<>();
  private final CompletableFuture<Boolean> awaited = landed.copy();
  private final AtomicInteger failed = new AtomicInteger();

  /**
   * @param records how many; the flight ends when each is {@link #acknowledged} or {@link #failed},
   *     and all are {@link #away}
   */
  Flight(int records) {
    this.places = new AtomicReferenceArray<>(records);
    this.open = new AtomicInteger(records + 1);
  }

  /** All were handed to the producer. */
  void away() {
    count();
  }

  void acknowledged(int record, Receipt place) {
    places.set(record, place);
    count();
  }

  void failed() {
    failed.incrementAndGet();
    count();
  }

  private void count() {
    if (open.decrementAndGet() == 0) {
      landed.complete(failed.get() == 0);
    }
  }

  /** Completes when the producer is done with the last, with whether all were acknowledged. */
  CompletableFuture<Boolean> landed() {
    return landed;
  }

  /**
   * Waits for the end.
   *
   * @param deadline by {@link System#nanoTime}
   */
  void await(long deadline) {
    try {
      Waits.await(awaited, deadline);
    } catch (ExecutionException late) {
      // What is acknowledged by now counts.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where the first of these records lies, if all of them are acknowledged. */
  Optional<Receipt> place(int from, int to) {
    for (int record = from; record < to; record++) {
      if (places.get(record) == null) {
        return Optional.empty();
      }
    }
    return Optional.of(places.get(from));
  }
}
