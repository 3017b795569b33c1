package dev.perennial.processor.topology;

import dev.perennial.processor.state.StoredFacts;
import dev.perennial.processor.topology.PipelineMetrics.EventOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** What any fact may meet: it is known, it is forgotten, it is one too many, the domain fails. */
final class Intake {

  private static final String FAILED = "derivation-failed";

  private final PipelineMetrics metrics;
  private final Limits limits;
  private final Consumer<Change> out;

  Intake(PipelineMetrics metrics, Limits limits, Consumer<Change> out) {
    this.metrics = metrics;
    this.limits = limits;
    this.out = out;
  }

  void forward(Change change) {
    out.accept(change);
  }

  /** The facts with the one that arrived; empty if it is known or one too many. */
  Optional<StoredFacts> added(Work.Arrived arrived, StoredFacts before) {
    Optional<StoredFacts> after = before.with(arrived.fact(), arrived.origin().offset());
    if (after.isEmpty()) {
      known();
      return after;
    }
    if (after.get().size() > limits.facts()) {
      refuse(
          arrived, "too-many-facts", "There are as many facts about this subject as there may be.");
      return Optional.empty();
    }
    return after;
  }

  void known() {
    metrics.event(EventOutcome.DUPLICATE);
  }

  void folded() {
    metrics.event(EventOutcome.FOLDED);
  }

  /** Its sender is told, and nothing is kept of it: what is not known cannot be told twice. */
  void forgotten(Work.FactArrived arrived) {
    metrics.event(EventOutcome.FORGOTTEN);
    forward(new Change.Told(List.of(Receipts.ofForgotten(arrived.event(), arrived.origin()))));
  }

  <T> Optional<T> tried(Work.Arrived arrived, Supplier<T> business) {
    try {
      T answer = business.get();
      folded();
      return Optional.of(answer);
    } catch (KafkaException ofTheStore) {
      // Rates are read while the domain asks: a store that fails says nothing of the fact.
      throw ofTheStore;
    } catch (RuntimeException failure) {
      refuse(arrived, FAILED, failure.toString());
      return Optional.empty();
    }
  }

  void refuse(Work.Arrived arrived, String reason, String error) {
    metrics.event(EventOutcome.DEAD_LETTERED);
    forward(new Rejection(arrived.origin(), reason, error, Receipts.ofRefused(arrived, reason)));
  }
}
