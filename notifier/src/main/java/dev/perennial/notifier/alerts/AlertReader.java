package dev.perennial.notifier.alerts;

import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.alert.SubscriberErased;
import dev.perennial.notifier.ledger.Notice;
import dev.perennial.notifier.wording.Wording;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From bytes to a step, words included: whatever fails here is the record's own fault. */
final class AlertReader {

  private AlertReader() {}

  /**
   * @throws RuntimeException if the record cannot be read or put into words
   */
  static Step read(ConsumerRecord<byte[], byte[]> record) {
    return switch (AlertCodec.decode(record.headers(), record.value())) {
      case AlertRaised raised -> enter(raised);
      case AlertVoided voided -> new Step.Withdraw(voided.id());
      case SubscriberErased erased ->
          throw new UnsupportedOperationException("Erasure is for a later release");
    };
  }

  private static Step enter(AlertRaised alert) {
    var locale = alert.locale() == null ? Locale.ENGLISH : alert.locale();
    var notice = notice(alert, locale);
    var words = Wording.in(locale);
    return new Step.Enter(notice, words.title(notice), words.text(notice), alert.routing());
  }

  private static Notice notice(AlertRaised alert, Locale locale) {
    return new Notice(
        alert.id(),
        alert.type(),
        alert.subscriber().subscription(alert.subscriptionId()),
        alert.subscriptionName(),
        alert.vendor(),
        alert.category(),
        alert.dueOn(),
        alert.daysLeft(),
        alert.amount(),
        alert.previousAmount(),
        alert.renewalOn(),
        alert.paymentId(),
        alert.collection(),
        locale,
        alert.url(),
        alert.raisedAt());
  }
}
