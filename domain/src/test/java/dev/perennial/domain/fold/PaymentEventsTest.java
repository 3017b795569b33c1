package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.refunded;
import static dev.perennial.domain.Facts.sharedFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.total.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What made a payment count what it does. */
class PaymentEventsTest {

  private final Told told = new Told();

  PaymentEventsTest() {
    told.start("2025-01-31");
  }

  @Test
  void eachEventSaysByHowMuchItChangedWhatCounts() {
    told.add("2025-01-30", "fails", failed("p1", "12.99"));
    told.add("2025-01-31", "paid", paid("p1", "12.99"));
    told.add("2025-02-01", "back", refunded("p1", "r1", "2.00"));
    told.add("2025-02-02", "fix", new PaymentCorrected("p1", Told.euros("10.00"), null));
    told.add("2025-02-03", "void", new PaymentVoided("p1"));
    told.add("2025-02-04", "again", paid("p1", "12.99"));

    assertThat(changes())
        .containsExactly(
            "paid 12.99 EUR",
            "back -2.00 EUR",
            "fix -2.99 EUR",
            "void -8.00 EUR",
            "again 8.00 EUR");
  }

  @Test
  void whatCameBeforeItsPaymentChangesNothingYet() {
    told.add("2025-01-30", "back", refunded("p1", "r1", "2.00"));
    told.add("2025-01-31", "paid", paid("p1", "12.99"));

    assertThat(changes()).containsExactly("paid 10.99 EUR");
  }

  @Test
  void theSubscribersPartIsWhatChanges() {
    told.add("2025-01-02", "third", sharedFrom(1, 3, "2025-01-02"));
    told.add("2025-01-31", "paid", paid("p1", "10.00"));
    told.add("2025-02-01", "back", refunded("p1", "r1", "5.00"));

    assertThat(changes()).containsExactly("paid 3.33 EUR", "back -1.67 EUR");
  }

  @Test
  void anEventThatChangesTheCurrencyStandsTwice() {
    told.add("2025-01-31", "paid", paid("p1", "10.00"));
    told.add("2025-02-01", "fix", new PaymentCorrected("p1", Money.of("11.00", "CHF"), null));

    assertThat(changes()).containsExactly("paid 10.00 EUR", "fix 11.00 CHF", "fix -10.00 EUR");
  }

  @Test
  void whatFailedHasNone() {
    told.add("2025-01-31", "fails", failed("p1", "12.99"));

    assertThat(changes()).isEmpty();
  }

  @Test
  void theirSumIsWhatThePaymentCounts() {
    for (int seed = 0; seed < 2_000; seed++) {
      List<Event> history = new Histories(new Random(seed)).next();
      SubscriptionView view =
          Derivation.derive(
              NETFLIX,
              FactLog.of(facts(history, SubscriptionData.class)),
              Subscriber.of(facts(history, SubscriberData.class)),
              Instant.parse("2026-06-01T00:00:00Z"));
      for (Payment payment : view.payments()) {
        assertThat(sums(payment.events().stream().map(PaymentEvent::change).toList()))
            .as("seed %d, %s", seed, payment.paymentId())
            .isEqualTo(sums(payment.contributions().map(Contribution::amount).toList()));
        assertThat(payment.events()).noneMatch(event -> event.change().isZero());
      }
    }
  }

  private static List<Fact> facts(List<Event> history, Class<?> kind) {
    return history.stream().map(Event::fact).filter(fact -> kind.isInstance(fact.data())).toList();
  }

  private static Map<String, Money> sums(List<Money> amounts) {
    Map<String, Money> sums = new TreeMap<>();
    amounts.forEach(each -> sums.merge(each.currency().toString(), each, Money::plus));
    sums.values().removeIf(Money::isZero);
    return sums;
  }

  private List<String> changes() {
    return told.view("2025-03-01").payments().getFirst().events().stream()
        .map(
            event ->
                "%s %s %s"
                    .formatted(event.id().id(), event.change().value(), event.change().currency()))
        .toList();
  }
}
