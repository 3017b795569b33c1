package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.projection.PaymentDocument;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.SubscriberTotalDocument;
import dev.perennial.contracts.projection.SubscriptionDocument;
import dev.perennial.contracts.projection.TenantTotalDocument;
import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionStarted;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.domain.exchange.Publication;
import dev.perennial.domain.exchange.RateTable;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.domain.period.PeriodRule;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the fold makes of events, written as the stream processor writes it and read by the read
 * API: a subscription of 30.00 dollars on the 20th, of which a third is Alice's, who lives in euros
 * and begins her periods on the 15th.
 */
class FoldedDocumentsTest extends DashboardTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @BeforeEach
  void fold() {
    SubscriptionKey key = new SubscriberKey(tenant, "alice").subscription("club");
    SubscriptionView view =
        Derivation.derive(
            key,
            FactLog.of(
                List.of(
                    fact("2026-09-20T10:00:00Z", "start", started()),
                    fact("2026-09-20T10:00:00Z", "p9", paid("p9")),
                    fact("2026-10-20T10:00:00Z", "p10", paid("p10")),
                    fact("2026-11-20T10:00:00Z", "back", refunded("p10")))),
            Floor.none(),
            alice(),
            rates(),
            NOW);
    write(new SubscriptionDocument(view.state().orElseThrow(), null));
    view.payments().forEach(payment -> write(new PaymentDocument(key, payment)));
    view.contributions().stream()
        .collect(Collectors.groupingBy(Contribution::month))
        .forEach((month, sums) -> write(total(key, month, sums)));
    TenantTotal.byMonth(view.additions())
        .forEach((month, sum) -> write(new TenantTotalDocument(tenant, month, PARTITION, sum)));
  }

  @Test
  void periodsReconcileFromThem() {
    JsonNode periods = read("/api/v1/subscribers/alice/periods").get("periods");

    assertThat(periods)
        .extracting(period -> period.get("period").asString())
        .containsExactly("2026-11-15/P1M", "2026-10-15/P1M", "2026-09-15/P1M");
    assertThat(periods.get(0).get("currencies"))
        .hasToString(figures("10.00", "10.00", "0.00", "0.00", "0.00"));
    assertThat(periods.get(1).get("currencies"))
        .hasToString(figures("10.00", "0.00", "-2.00", "8.00", "8.00"));
    assertThat(periods.get(2).get("currencies"))
        .hasToString(figures("10.00", "0.00", "0.00", "10.00", "10.00"));
    assertThat(periods.get(1).get("home").get(0).get("amount").get("value").asString())
        .isEqualTo("6.90");
    assertThat(periods.get(2).get("unconverted").get(0).get("amount").get("value").asString())
        .isEqualTo("10.00");
    assertThat(periods.get(1).get("revisions"))
        .extracting(revision -> revision.get("event").get("id").asString())
        .containsExactly("back");
  }

  @Test
  void theTenantsRunRateIsWhatItsSubscriptionsShow() {
    JsonNode month = read("/api/v1/totals?from=2026-11").get("months").get(0);
    JsonNode subscription =
        read("/api/v1/subscribers/alice/subscriptions").get("subscriptions").get(0);

    assertThat(month.get("runRates").get(0).get("end").asString())
        .isEqualTo(subscription.get("runRate").get("value").asString())
        .isEqualTo("10.00");
    assertThat(subscription.get("expected").get("dueOn").asString()).isEqualTo("2026-11-20");
    assertThat(subscription.get("expected").get("state").asString()).isEqualTo("OUTSTANDING");
  }

  private static EventData started() {
    return new SubscriptionStarted(
        new Facets(
            "Club",
            null,
            "games",
            new Price(Price.Kind.FIXED, dollars("30.00")),
            new Billing(
                new BillingPeriod(1, PeriodUnit.MONTH),
                LocalDate.parse("2026-09-20"),
                MonthEnd.CLAMP),
            null,
            CollectionMode.AUTO,
            null,
            null,
            null,
            null,
            null,
            new Share(1, 3)),
        null);
  }

  private static EventData paid(String id) {
    return new PaymentSucceeded(id, dollars("30.00"), null);
  }

  private static EventData refunded(String id) {
    return new PaymentRefunded(id, "r1", dollars("6.00"));
  }

  private static Subscriber alice() {
    SubscriberUpdated said =
        new SubscriberUpdated(
            null, null, EUR, new PeriodRule.Monthly(15), null, null, null, null, null);
    return Subscriber.of(List.of(fact("2026-01-01T10:00:00Z", "said", said)));
  }

  /** Of October alone. */
  private static RateTable rates() {
    LocalDate known = LocalDate.parse("2026-10-19");
    ExchangeRates rates =
        new ExchangeRates(
            EUR, known, Map.of(Currency.getInstance("USD"), new BigDecimal("1.16")), "ECB");
    Publication publication = new Publication(rates, Instant.parse("2026-10-19T15:00:00Z"));
    return date -> date.equals(known) ? List.of(publication) : List.of();
  }

  private static Fact fact(String time, String id, EventData data) {
    Instant at = Instant.parse(time);
    return new Fact(
        new EventId("/bank", id), at, "digest-" + id, at.plusSeconds(5), Mode.LIVE, data);
  }

  private static ProjectionDocument total(
      SubscriptionKey key, YearMonth month, List<Contribution> contributions) {
    return new SubscriberTotalDocument(
        key.subscriber(), month, MonthlyTotal.empty().plus(contributions));
  }

  private void write(ProjectionDocument document) {
    seed.projections()
        .getCollection(document.projection().collection(), BsonDocument.class)
        .insertOne(DocumentJson.stamped(document.id(), document.content(), 1, PARTITION));
  }

  private static String figures(
      String expected, String outstanding, String difference, String paid, String spent) {
    return """
        [{"currency":"USD","expected":"%s","outstanding":"%s","missing":"0.00","difference":"%s",\
        "unexpected":"0.00","paid":"%s","paidElsewhere":"0.00","paidForOthers":"0.00",\
        "spent":"%s"}]"""
        .formatted(expected, outstanding, difference, paid, spent);
  }

  private static Money dollars(String value) {
    return Money.of(value, "USD");
  }
}
