package dev.perennial.dashboard.payment;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.reckoning.Paid;
import dev.perennial.domain.reckoning.PaymentRecord;
import dev.perennial.domain.reckoning.SpendEvent;
import dev.perennial.domain.reckoning.UsedRate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment with the events that made its spend: what periods are reckoned from. */
public record LedgerPayment(Payment payment, List<SpendEvent> events) {

  public LedgerPayment {
    events = List.copyOf(events);
  }

  static LedgerPayment read(Fields fields) {
    return new LedgerPayment(
        Payment.read(fields), fields.list("events").stream().map(LedgerPayment::event).toList());
  }

  private static SpendEvent event(Fields fields) {
    return new SpendEvent(
        EventType.byName(fields.text("type")).orElseThrow(() -> fields.unreadable("type")),
        new EventId(fields.text("source"), fields.text("id")),
        fields.instant("receivedAt"),
        fields.constant("mode", Mode.class),
        fields.amount("change"));
  }

  /** As a reckoning takes it. */
  public Paid paid() {
    List<Money> net = events.stream().map(SpendEvent::change).toList();
    return new Paid(
        payment.paymentId(),
        payment.paidAt(),
        payment.paidOn(),
        payment.matches(),
        payment.status().pays(),
        net);
  }

  /** As revisions take it. */
  public PaymentRecord asRecord() {
    return new PaymentRecord(
        payment.subscriptionId(), payment.paymentId(), events, usedRate(payment.home()));
  }

  private static @Nullable UsedRate usedRate(Payment.@Nullable Home home) {
    Rate rate = home == null ? null : home.rate();
    return rate == null
        ? null
        : new UsedRate(rate.base(), rate.date(), rate.source(), rate.receivedAt());
  }
}
