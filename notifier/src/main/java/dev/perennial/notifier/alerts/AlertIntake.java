package dev.perennial.notifier.alerts;

import dev.perennial.contracts.alert.UnreadableAlertException;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.notifier.destinations.Destinations;
import dev.perennial.notifier.ledger.Entries;
import dev.perennial.notifier.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes alerts to the ledger in the order of their topic. Runs of raised alerts are entered
 * together; a withdrawal waits for those before it.
 */
final class AlertIntake {

  private final Destinations destinations;
  private final Entries entries;
  private final Ledger ledger;
  private final DeadLetters deadLetters;

  AlertIntake(Destinations destinations, Entries entries, Ledger ledger, DeadLetters deadLetters) {
    this.destinations = destinations;
    this.entries = entries;
    this.ledger = ledger;
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
          ledger.voidPending(withdraw.alertId());
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
    var existing = destinations.idsOf(run.stream().map(AlertIntake::subscriberOf).toList());
    entries.enter(
        run.stream()
            .map(step -> step.to(existing.getOrDefault(subscriberOf(step), List.of())))
            .toList());
  }

  private static SubscriberKey subscriberOf(Step.Enter step) {
    return step.notice().subscription().subscriber();
  }
}
