package dev.perennial.notifier.alerts;

import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.alert.SubscriberErased;
import dev.perennial.notifier.ledger.Notice;
import dev.perennial.notifier.ledger.Place;
import dev.perennial.notifier.wording.Wording;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From bytes to a step, words included: whatever fails here is the record's own fault. */
final class AlertReader {

  private AlertReader() {}

  /**
   * @throws RuntimeException if the record cannot be read or put into words
   */
  static Step read(ConsumerRecord<byte[], byte[]> record) {
    var place = new Place(record.offset(), Instant.ofEpochMilli(record.timestamp()));
    return switch (AlertCodec.decode(record.headers(), record.value())) {
      case AlertRaised raised -> enter(raised, place);
      case AlertVoided voided -> new Step.Withdraw(place, voided.subscriber(), voided.id());
      case SubscriberErased erased -> new Step.Forget(place, erased.subscriber());
    };
  }

  private static Step enter(AlertRaised alert, Place place) {
    var locale = alert.locale() == null ? Locale.ENGLISH : alert.locale();
    var notice = notice(alert, locale);
    var words = Wording.in(locale);
    return new Step.Enter(place, notice, words.title(notice), words.text(notice), alert.routing());
  }

  private static Notice notice(AlertRaised alert, Locale locale) {
    return new Notice(
        alert.id(),
        alert.type(),
        alert.subscriber(),
        alert.content(),
        alert.dueOn(),
        alert.lead(),
        alert.daysLeft(),
        locale,
        alert.raisedAt());
  }
}
