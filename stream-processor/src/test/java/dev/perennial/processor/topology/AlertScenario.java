package dev.perennial.processor.topology;

import dev.perennial.domain.Money;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to be told of something.
 *
 * @param fires the first tick that raises it
 * @param told dueOn and days left then
 * @param late a tick after an outage
 * @param toldLate dueOn and days left then
 * @param over what makes it no longer hold
 */
record AlertScenario(
    String type,
    List<Event> history,
    String fires,
    String told,
    String late,
    String toldLate,
    Event over) {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-01T12:00:00Z", "2026-01-31", "12.99");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.99");

  @Override
  public String toString() {
    return type;
  }

  static Stream<AlertScenario> all() {
    return Stream.concat(agreements(), payments());
  }

  private static Stream<AlertScenario> agreements() {
    return Stream.of(
        new AlertScenario(
            "renewal.upcoming",
            List.of(STARTED),
            "2026-01-24T09:00:00Z",
            "2026-01-31 7",
            "2026-01-28T12:00:00Z",
            "2026-01-31 3",
            fact("2026-01-29T12:00:00Z", new SubscriptionCancelled(day("2026-01-30"), false))),
        new AlertScenario(
            "trial.ending",
            List.of(trial()),
            "2026-01-13T09:00:00Z",
            "2026-01-20 7",
            "2026-01-18T12:00:00Z",
            "2026-01-20 2",
            fact("2026-01-18T12:30:00Z", new SubscriptionCancelled(day("2026-01-20"), false))),
        new AlertScenario(
            "cancellation.deadline",
            List.of(STARTED, fact("2026-01-02T12:00:00Z", tenDaysNotice())),
            "2026-01-14T09:00:00Z",
            "2026-01-21 7",
            "2026-01-17T09:00:00Z",
            "2026-01-21 4",
            fact("2026-01-18T12:00:00Z", new SubscriptionCancelled(null, true))),
        new AlertScenario(
            "price.changed",
            List.of(STARTED, fact("2026-01-02T12:00:00Z", priceFrom("14.99", "2026-03-10"))),
            "2026-03-03T09:00:00Z",
            "2026-03-10 7",
            "2026-03-12T09:00:00Z",
            "2026-03-10 0",
            fact("2026-03-13T12:00:00Z", priceFrom("12.99", "2026-03-10"))),
        new AlertScenario(
            "subscription.ended",
            List.of(
                STARTED,
                fact("2026-02-03T10:00:00Z", new SubscriptionCancelled(day("2026-02-10"), false))),
            "2026-02-10T09:00:00Z",
            "2026-02-10 0",
            "2026-02-13T09:00:00Z",
            "2026-02-10 0",
            fact("2026-02-13T12:00:00Z", new SubscriptionReactivated())));
  }

  private static Stream<AlertScenario> payments() {
    return Stream.of(
        new AlertScenario(
            "payment.failed",
            List.of(
                STARTED,
                fact("2026-02-03T10:00:00Z", new PaymentFailed("p1", euros("12.99"), null))),
            "2026-02-03T10:00:00Z",
            "2026-02-03 0",
            "2026-02-05T10:00:00Z",
            "2026-02-03 0",
            Facts.paid("netflix", "p1", "2026-02-06T10:00:00Z", "12.99")),
        new AlertScenario(
            "payment.missing",
            List.of(STARTED, PAID),
            "2026-03-05T09:00:00Z",
            "2026-02-28 0",
            "2026-03-07T12:00:00Z",
            "2026-02-28 0",
            Facts.paid("netflix", "p2", "2026-03-08T10:00:00Z", "12.99")),
        new AlertScenario(
            "payment.unexpected",
            List.of(STARTED, Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "20.00")),
            "2026-01-31T10:00:00Z",
            "2026-01-31 0",
            "2026-02-04T10:00:00Z",
            "2026-01-31 0",
            fact("2026-02-05T10:00:00Z", new PaymentCorrected("p1", euros("12.99"), null))),
        new AlertScenario(
            "payment.duplicate",
            List.of(STARTED, PAID, Facts.paid("netflix", "p2", "2026-02-01T10:00:00Z", "12.99")),
            "2026-02-01T10:00:00Z",
            "2026-02-01 0",
            "2026-02-05T10:00:00Z",
            "2026-02-01 0",
            Facts.refunded("netflix", "p2", "2026-02-06T10:00:00Z", "12.99")));
  }

  static Event fact(String time, EventData data) {
    return Facts.event("at-" + time, "netflix", time, data);
  }

  private static Event trial() {
    Facets facets = ((SubscriptionStarted) STARTED.fact().data()).facets();
    return fact("2026-01-10T12:00:00Z", new SubscriptionStarted(facets, day("2026-01-20")));
  }

  private static EventData priceFrom(String amount, String from) {
    Price price = new Price(Price.Kind.FIXED, euros(amount));
    return new SubscriptionChanged(facets(price, null), day(from));
  }

  private static EventData tenDaysNotice() {
    return new SubscriptionChanged(facets(null, new Notice(10, PeriodUnit.DAY)), null);
  }

  private static Facets facets(@Nullable Price price, @Nullable Notice notice) {
    return new Facets(
        null, null, null, price, null, null, null, null, null, null, null, notice, null);
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
