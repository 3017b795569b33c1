package dev.perennial.notifier.alerts;

import dev.perennial.contracts.alert.UnreadableAlertException;
import dev.perennial.notifier.destinations.Destinations;
import dev.perennial.notifier.erasure.Erasures;
import dev.perennial.notifier.ledger.Entries;
import dev.perennial.notifier.ledger.Ledger;
import dev.perennial.notifier.ledger.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes alerts to the ledger in the order of their topic. Runs of raised alerts are entered
 * together; a withdrawal and an erasure wait for those before them. What lies before an erasure is
 * over: it may be read again, but it is not taken again.
 */
final class AlertIntake {

  private final Destinations destinations;
  private final Entries entries;
  private final Ledger ledger;
  private final Erasures erasures;
  private final Forgetting forgetting;
  private final DeadLetters deadLetters;

  AlertIntake(
      Destinations destinations,
      Entries entries,
      Ledger ledger,
      Erasures erasures,
      Forgetting forgetting,
      DeadLetters deadLetters) {
    this.destinations = destinations;
    this.entries = entries;
    this.ledger = ledger;
    this.erasures = erasures;
    this.forgetting = forgetting;
    this.deadLetters = deadLetters;
  }

  /**
   * Returns when every record is durable, in the ledger or among the dead letters. Taking a record
   * again changes nothing.
   *
   * @throws com.mongodb.MongoException if the ledger cannot be reached
   * @throws org.apache.kafka.common.KafkaException if a dead letter was not acknowledged
   */
  void take(List<ConsumerRecord<byte[], byte[]>> records) {
    List<Step.Enter> run = new ArrayList<>();
    for (var record : records) {
      switch (read(record).orElse(null)) {
        case Step.Enter enter -> run.add(enter);
        case Step.Withdraw withdraw -> {
          enter(run);
          run.clear();
          standing(List.of(withdraw)).forEach(each -> ledger.voidPending(each.alertId()));
        }
        case Step.Forget forget -> {
          enter(run);
          run.clear();
          forgetting.forget(forget.subscriber(), forget.place());
        }
        case null -> {
          // Among the dead letters.
        }
      }
    }
    enter(run);
  }

  private Optional<Step> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(AlertReader.read(record));
    } catch (UnreadableAlertException unreadable) {
      deadLetters.add(record, "alert-unreadable", String.valueOf(unreadable.getMessage()));
    } catch (RuntimeException failure) {
      // Its message may quote the record; its class does not.
      deadLetters.add(record, "alert-failed", failure.getClass().getName());
    }
    return Optional.empty();
  }

  private void enter(List<Step.Enter> run) {
    var steps = standing(run);
    var existing = destinations.idsOf(steps.stream().map(Step::subscriber).toList());
    entries.enter(
        steps.stream()
            .map(step -> step.to(existing.getOrDefault(step.subscriber(), List.of())))
            .toList());
  }

  /** Those that no erasure lies behind. */
  private <S extends Step> List<S> standing(List<S> steps) {
    var erased = erasures.lastOf(steps.stream().map(Step::subscriber).toList());
    return steps.stream().filter(step -> !isOver(step, erased.get(step.subscriber()))).toList();
  }

  private static boolean isOver(Step step, @Nullable Place erasure) {
    return erasure != null && step.place().isBefore(erasure);
  }
}
