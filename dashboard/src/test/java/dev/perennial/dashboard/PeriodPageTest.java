package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.date;
import static dev.perennial.dashboard.Seed.day;
import static dev.perennial.dashboard.SeedPayment.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** This period, as the page shows it on 22 November. */
class PeriodPageTest extends DashboardTest {

  @Test
  void shouldHaveAPanelOfItsOwn() {
    seed.insert("subscriptions", netflix());
    signIn();

    assertThat(dashboard.get("/subscribers/alice").body())
        .contains("/ui/subscribers/alice/panels/period");
  }

  @Test
  void shouldShowWhatIsExpectedPaidOutstandingAndMissing() {
    Document weekly = netflix();
    Seed.schedule(weekly).append("unit", "WEEK").append("anchor", date("2026-11-02"));
    seed.insert("subscriptions", weekly);
    seed.insert("payments", paid("p1", "2026-11-02", "2026-11-02", "12.99"));
    signIn();

    String period = text();

    assertThat(period)
        .contains("1 Nov 2026 to 30 Nov 2026", "20% paid", "Expected €64.95", "Paid €12.99")
        .contains("Outstanding €25.98", "Missing €25.98")
        .doesNotContain("Paid more", "Not expected", "in your currency");
    assertThat(panel("period")).contains("value=\"20\"", "class=\"misses\"");
  }

  @Test
  void shouldNotWarnWhereNothingIsMissing() {
    seed.insert("subscriptions", netflix());
    seed.insert("payments", paid("odd", "2026-11-10", "2026-10-31", "5.00"));
    signIn();

    assertThat(text()).contains("Missing €0.00", "0% paid");
    assertThat(panel("period")).doesNotContain("misses");
  }

  @Test
  void shouldSayByHowMuchWhatWasPaidIsOff() {
    seed.insert("subscriptions", netflix());
    seed.insert("payments", paid("p1", "2026-11-20", "2026-11-30", "14.00"));
    signIn();

    assertThat(text()).contains("100% paid", "Paid more or less +€1.01");
  }

  @Test
  void shouldSayWhatWasNotExpectedAndWhatIsNotConverted() {
    seed.insert(
        "subscriptions", netflix().append("periodStartsOn", new Document("dayOfMonth", 15)));
    seed.insert(
        "payments",
        seed.payment("alice", "netflix", "p1", "2026-11-16", amount("980", "JPY"))
            .append(
                "events", List.of(event("payment.succeeded", "e", "2026-11-16", "980", "JPY"))));
    seed.insert(
        "subscriber-totals",
        seed.totals("alice", "2026-11", day(16, "tv", "JPY", "980"))
            .append("home", List.of(day(16, "tv", "EUR", "5.00")))
            .append("unconverted", List.of(day(17, "tv", "JPY", "980"))));
    signIn();

    assertThat(text())
        .contains("15 Nov 2026 to 14 Dec 2026", "Not expected ¥980")
        .contains("Spent, in your currency €5.00", "Not converted: no rate yet ¥980");
    assertThat(panel("period")).contains("data-currency=\"JPY\"");
  }

  @Test
  void shouldFailAlone() {
    Document broken = netflix();
    Seed.schedule(broken).remove("anchor");
    seed.insert("subscriptions", broken);
    signIn();

    assertThat(dashboard.get("/ui/subscribers/alice/panels/period").statusCode()).isEqualTo(503);
    assertThat(panel("renewals")).isNotEmpty();
  }

  private Document netflix() {
    return seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR")
        .append("paidSince", date("2026-01-31"));
  }

  private Document paid(String id, String paidOn, String matches, String euros) {
    return seed.payment("alice", "netflix", id, paidOn, amount(euros, "EUR"))
        .append("matches", date(matches))
        .append("events", List.of(event("payment.succeeded", id, paidOn, euros, "EUR")));
  }

  /** As a person reads it. */
  private String text() {
    return panel("period").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }
}
