package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.rates;
import static dev.perennial.domain.Facts.sharedFrom;
import static dev.perennial.domain.Facts.tenantIn;
import static dev.perennial.domain.Facts.thinksIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.exchange.Conversion;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.total.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What payments come to in the subscriber's home currency, and in the tenant's. */
class HomeCurrencyTest {

  private final List<Fact> facts = new ArrayList<>();
  private final List<Fact> owner = new ArrayList<>();
  private final List<Fact> tenant = new ArrayList<>();
  private final KnownRates rates = new KnownRates();

  HomeCurrencyTest() {
    facts.add(at("2025-01-01T12:00:00Z", "start", monthly("2025-01-31", "12.99")));
    publish("2025-01-31", "1.25");
  }

  @Test
  void whereNoCurrencyIsKnownNothingIsConverted() {
    pay("2025-01-31", "p1", "10.00", "USD");

    assertThat(payment().worth()).isEqualTo(Payment.Worth.unknown());
    assertThat(contribution().home()).isEqualTo(new Converted.Unasked());
  }

  @Test
  void aPaymentInTheHomeCurrencyIsWhatItIs() {
    owner("2025-01-01", thinksIn("EUR"));
    pay("2025-01-31", "p1", "10.00", "EUR");

    assertThat(payment().worth().home()).isEqualTo(new Conversion.Same());
    assertThat(contribution().home()).isEqualTo(amount("10.00", "EUR"));
    assertThat(contribution().hangsOnRates()).isFalse();
  }

  @Test
  void anotherCurrencyIsConvertedByTheRateOfTheLocalDay() {
    owner("2025-01-01", thinksIn("EUR"));
    pay("2025-01-31", "p1", "10.00", "USD");

    assertThat(contribution().amount()).isEqualTo(Money.of("10.00", "USD"));
    assertThat(contribution().home()).isEqualTo(amount("8.00", "EUR"));
    assertThat(contribution().hangsOnRates()).isTrue();
    assertThat(payment().worth().home().applied().orElseThrow().date()).isEqualTo("2025-01-31");
  }

  @Test
  void withoutARateItIsMissingUntilTheRateArrives() {
    owner("2025-01-01", thinksIn("EUR"));
    pay("2025-02-08", "p1", "10.00", "USD");

    assertThat(contribution().home()).isEqualTo(new Converted.Missing());
    assertThat(contribution().hangsOnRates()).isTrue();

    publish("2025-02-07", "2");
    assertThat(contribution().home()).isEqualTo(amount("5.00", "EUR"));

    publish("2025-02-08", "4");
    assertThat(contribution().home()).isEqualTo(amount("2.50", "EUR"));
  }

  @Test
  void ofTwoRatesOfOneDayTheLastInOrderCountsWhicheverComesFirst() {
    owner("2025-01-01", thinksIn("EUR"));
    pay("2025-01-31", "p1", "10.00", "USD");
    rates.add(at("2025-01-31T15:00:00Z", "b", rates("EUR", "2025-01-31", Map.of("USD", "2"))));
    rates.add(at("2025-01-31T14:00:00Z", "c", rates("EUR", "2025-01-31", Map.of("USD", "4"))));

    assertThat(contribution().home()).isEqualTo(amount("5.00", "EUR"));
  }

  @Test
  void theCurrencyOfTheMomentCountsForRefundsToo() {
    owner("2025-01-01", thinksIn("EUR"));
    owner("2025-02-01", thinksIn("USD"));
    pay("2025-01-31", "p1", "10.00", "USD");
    pay("2025-02-02", "p2", "10.00", "USD");
    add("2025-02-20", "r", new PaymentRefunded("p1", "r1", Money.of("5.00", "USD")));

    assertThat(view().contributions())
        .extracting(Contribution::home)
        .containsExactly(amount("8.00", "EUR"), amount("-4.00", "EUR"), amount("10.00", "USD"));
  }

  @Test
  void aRefundInAnotherCurrencyHasARateOfItsOwnOfTheSameDay() {
    owner("2025-01-01", thinksIn("EUR"));
    pay("2025-01-31", "p1", "10.00", "EUR");
    add("2025-03-20", "r", new PaymentRefunded("p1", "r1", Money.of("5.00", "USD")));

    assertThat(view().contributions())
        .extracting(Contribution::home)
        .containsExactly(amount("10.00", "EUR"), amount("-4.00", "EUR"));
  }

  @Test
  void theSubscribersPartIsConverted() {
    owner("2025-01-01", thinksIn("EUR"));
    add("2025-01-02", "third", sharedFrom(1, 3, "2025-01-02"));
    pay("2025-01-31", "p1", "10.00", "USD");

    // 3.33 dollars, not a third of 8.00 euros
    assertThat(contribution().home()).isEqualTo(amount("2.66", "EUR"));
  }

  @Test
  void whatDidNotGoThroughComesToNothing() {
    owner("2025-01-01", thinksIn("USD"));
    add("2025-01-31", "e", failed("p1", "10.00"));

    assertThat(payment().worth()).isEqualTo(Payment.Worth.unknown());
    assertThat(view().contributions()).isEmpty();
  }

  @Test
  void theTenantsCurrencyIsTheHomeOfWhoHasSaidNone() {
    tenant.add(at("2025-01-01T00:00:00Z", "t1", tenantIn("EUR", null)));
    tenant.add(at("2025-02-01T00:00:00Z", "t2", tenantIn("USD", null)));
    pay("2024-12-31", "p0", "1.00", "EUR");
    pay("2025-01-31", "p1", "10.00", "USD");
    pay("2025-02-02", "p2", "10.00", "USD");

    assertThat(view().contributions())
        .extracting(Contribution::home)
        .containsExactly(amount("1.00", "EUR"), amount("8.00", "EUR"), amount("10.00", "USD"))
        .isEqualTo(view().contributions().stream().map(Contribution::reporting).toList());
  }

  @Test
  void aCurrencyOfItsOwnIsHomeAndTheTenantsIsReported() {
    tenant.add(at("2025-01-01T00:00:00Z", "t1", tenantIn("EUR", null)));
    owner("2025-06-01", thinksIn("USD"));
    pay("2025-01-31", "p1", "10.00", "USD");

    assertThat(contribution().home()).isEqualTo(amount("10.00", "USD"));
    assertThat(contribution().reporting()).isEqualTo(amount("8.00", "EUR"));
    assertThat(contribution().hangsOnRates()).isTrue();
  }

  @Test
  void theTenantsZoneSaysWhichDayAPaymentIsOf() {
    tenant.add(at("2025-01-01T00:00:00Z", "t1", tenantIn(null, "Pacific/Auckland")));
    add("2025-01-31", "e", paid("p1", "10.00"));

    assertThat(payment().paidOn()).isEqualTo("2025-02-01");
  }

  private void owner(String day, EventData data) {
    owner.add(at(day + "T00:00:00Z", "o" + owner.size(), data));
  }

  private void pay(String day, String id, String value, String currency) {
    add(day, id, new PaymentSucceeded(id, Money.of(value, currency), null));
  }

  private void add(String day, String id, EventData data) {
    facts.add(at(day + "T12:00:00Z", id, data));
  }

  private void publish(String date, String dollars) {
    rates.add(at(date + "T15:00:00Z", date, rates("EUR", date, Map.of("USD", dollars))));
  }

  private static Converted amount(String value, String currency) {
    return new Converted.Amount(Money.of(value, currency));
  }

  private Payment payment() {
    return view().payments().getFirst();
  }

  private Contribution contribution() {
    return view().contributions().getFirst();
  }

  private SubscriptionView view() {
    return Derivation.derive(
        NETFLIX,
        FactLog.of(facts),
        Floor.none(),
        Subscriber.of(owner, Tenant.of(tenant)),
        rates,
        Instant.parse("2025-04-01T12:00:00Z"));
  }
}
