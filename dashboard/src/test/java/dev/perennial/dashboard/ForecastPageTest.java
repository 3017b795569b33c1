package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What will be due, as the page shows it. */
class ForecastPageTest extends DashboardTest {

  @Test
  void shouldHaveAPanelOfItsOwn() {
    seed.insert("subscriptions", seed.subscription("alice", "a", "A", "12.99", "EUR"));
    signIn();

    assertThat(dashboard.get("/subscribers/alice").body())
        .contains("/ui/subscribers/alice/panels/forecast");
  }

  @Test
  void shouldShowEachCurrencyWithItsMonthsAndTheLargest() {
    Document yearly = seed.subscription("alice", "club", "Tennis <club>", "479.00", "EUR");
    Seed.schedule(yearly).append("unit", "YEAR");
    seed.insert(
        "subscriptions",
        yearly,
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"),
        seed.subscription("alice", "manga", "Manga", "980", "JPY"));
    signIn();

    String forecast = panel("forecast");

    assertThat(forecast)
        .contains("data-currency=\"EUR\"", "data-currency=\"JPY\"", "data-chart=", "<table")
        .contains("Largest month: <span>January 2027</span>", "data-value=\"491.99\"")
        .contains("Tennis &lt;club&gt;", "Sun 31 Jan")
        .contains("data-value=\"647.87\"", "data-value=\"12740\"")
        .contains("November 2026", "November 2027")
        .doesNotContain("about", "Estimated</span>", "Tennis <club>");
  }

  @Test
  void shouldSayWhatIsOnlyEstimatedAndOfWhatAPartIsAPart() {
    Document power =
        seed.subscription("alice", "power", "Power", "50.00", "EUR")
            .append(
                "priceHistory", List.of(Seed.priceFrom("2026-01-31", "VARIABLE", "50.00", "EUR")));
    Seed.agreed(power)
        .append("estimates", List.of(Seed.estimate("2026-01-31", "48.00", "EUR")))
        .append("shares", List.of(Seed.share("2026-01-31", 1, 3)));
    seed.insert("subscriptions", power);
    signIn();

    assertThat(panel("forecast"))
        .contains("class=\"about\"", "legend-estimated")
        .contains("data-value=\"16.00\"", "data-value=\"48.00\"", "data-value=\"208.00\"");
  }

  @Test
  void shouldNameTheFirstOfMonthsThatAreEquallyLarge() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    signIn();

    assertThat(panel("forecast")).contains("Largest month: <span>November 2026</span>");
  }

  @Test
  void shouldSayThatNothingIsDue() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "a", "A", "12.99", "EUR").append("status", "ENDED"));
    signIn();

    assertThat(panel("forecast")).contains("Nothing is due", "the next 12");
  }

  @Test
  void shouldFailAlone() {
    Document broken = seed.subscription("alice", "a", "A", "12.99", "EUR");
    Seed.schedule(broken).remove("anchor");
    seed.insert("subscriptions", broken);
    signIn();

    var answer = dashboard.get("/ui/subscribers/alice/panels/forecast");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("This panel could not be loaded");
    assertThat(panel("renewals")).isNotEmpty();
  }
}
