package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.alertsAt;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.livesIn;
import static dev.perennial.domain.Facts.tenantIn;
import static dev.perennial.domain.Facts.thinksIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.TenantUpdated;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tenant says holds for whoever has not said it itself. */
class TenantTest {

  private static final Instant JANUARY = Instant.parse("2025-01-15T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2025-03-15T00:00:00Z");

  private static final Fact VIENNA =
      at("2025-01-01T00:00:00Z", "1", tenantIn("EUR", "Europe/Vienna"));
  private static final Fact NEW_YORK =
      at("2025-02-01T00:00:00Z", "2", tenantIn("USD", "America/New_York"));

  @Test
  void zoneAndCurrencyAreThoseOfTheMoment() {
    Subscriber subscriber = Subscriber.of(List.of(), Tenant.of(List.of(NEW_YORK, VIENNA)));

    assertThat(subscriber.zoneAt(Instant.EPOCH)).hasToString("Europe/Vienna");
    assertThat(subscriber.zoneAt(JANUARY)).hasToString("Europe/Vienna");
    assertThat(subscriber.zoneAt(MARCH)).hasToString("America/New_York");
    assertThat(subscriber.currentZone()).hasToString("America/New_York");
    assertThat(subscriber.homeCurrencyAt(Instant.EPOCH)).contains(euro());
    assertThat(subscriber.homeCurrencyAt(JANUARY)).contains(euro());
    assertThat(subscriber.homeCurrencyAt(MARCH)).contains(Currency.getInstance("USD"));
    assertThat(subscriber.reportingCurrencyAt(JANUARY)).contains(euro());
  }

  @Test
  void whatTheSubscriberHasSaidCountsAtAnyTime() {
    Subscriber subscriber =
        Subscriber.of(
            List.of(
                at("2025-03-01T00:00:00Z", "a", livesIn("Pacific/Apia")),
                at("2025-03-01T00:00:00Z", "b", thinksIn("CHF"))),
            Tenant.of(List.of(VIENNA)));

    assertThat(subscriber.zoneAt(JANUARY)).hasToString("Pacific/Apia");
    assertThat(subscriber.currentZone()).hasToString("Pacific/Apia");
    assertThat(subscriber.homeCurrencyAt(JANUARY)).contains(Currency.getInstance("CHF"));
    assertThat(subscriber.reportingCurrencyAt(JANUARY)).contains(euro());
  }

  @Test
  void whoKnowsNeitherHasNoHomeCurrency() {
    Subscriber subscriber = Subscriber.of(List.of());

    assertThat(subscriber.homeCurrencyAt(JANUARY)).isEmpty();
    assertThat(subscriber.reportingCurrencyAt(JANUARY)).isEmpty();
    assertThat(subscriber.currentZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void leadsAndRoutingAreSaidAsAWholeAndHoldTypeByType() {
    Tenant tenant =
        Tenant.of(
            List.of(
                at("2025-01-01T00:00:00Z", "1", alerts("price.changed", 5, "desk")),
                at("2025-01-03T00:00:00Z", "3", alerts("trial.ending", 3, "phone")),
                at("2025-01-04T00:00:00Z", "4", tenantIn("EUR", null))));
    Subscriber subscriber =
        Subscriber.of(
            List.of(at("2025-01-01T00:00:00Z", "a", alertsAt("UTC", "08:00", 2))), tenant);

    assertThat(subscriber.leads("renewal.upcoming")).contains(List.of(2));
    assertThat(subscriber.leads("trial.ending")).contains(List.of(3));
    assertThat(subscriber.leads("price.changed")).isEmpty();
    assertThat(subscriber.routing("trial.ending")).contains(List.of("phone"));
    assertThat(subscriber.routing("price.changed")).isEmpty();
  }

  @Test
  void ofTwoFactsUnderOneIdTheLastCounts() {
    Fact again = at("2025-01-05T00:00:00Z", "1", tenantIn("GBP", null));

    Subscriber subscriber = Subscriber.of(List.of(), Tenant.of(List.of(again, VIENNA)));

    assertThat(subscriber.homeCurrencyAt(JANUARY)).contains(Currency.getInstance("GBP"));
    assertThat(subscriber.currentZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void factsOfOtherKindsSayNothingAboutIt() {
    Tenant tenant = Tenant.of(List.of(at("2025-01-01T00:00:00Z", "a", livesIn("Europe/Vienna"))));

    assertThat(Subscriber.of(List.of(), tenant).currentZone()).isEqualTo(ZoneOffset.UTC);
  }

  private static Currency euro() {
    return Currency.getInstance("EUR");
  }

  private static TenantUpdated alerts(String type, int lead, String destination) {
    return new TenantUpdated(
        null, null, Map.of(type, List.of(lead)), Map.of(type, List.of(destination)));
  }
}
