package dev.perennial.ingest.intake;

import dev.perennial.contracts.http.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An event on its way to the broker.
 *
 * @param records where each of its records came to lie, once the broker says so
 */
record Sending(Taken event, List<CompletableFuture<Receipt>> records) {

  Sending {
    records = List.copyOf(records);
  }

  /**
   * Waits for all records.
   *
   * @param deadline by {@link System#nanoTime}
   * @return empty if one of them was not acknowledged by then
   */
  Optional<Acknowledgement> await(long deadline) {
    List<Receipt> places = new ArrayList<>();
    for (CompletableFuture<Receipt> record : records) {
      Optional<Receipt> place = await(record, deadline);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      places.add(place.get());
    }
    return Optional.of(
        switch (event) {
          case Taken.OfSubscriber own -> new Acknowledgement(places.getFirst());
          case Taken.Reference reference -> new Acknowledgement(null);
        });
  }

  private static Optional<Receipt> await(CompletableFuture<Receipt> record, long deadline) {
    try {
      return Optional.of(record.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException unacknowledged) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
