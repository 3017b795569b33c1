package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was paid in euros and dollars, at home, in the read API and on the page. */
class HomeTest extends DashboardTest {

  @BeforeEach
  void spend() {
    seed.insert("subscriptions", seed.subscription("alice", "a", "A", "12.99", "EUR"));
    seed.insert(
        "subscriber-totals",
        seed.totals(
                "alice",
                "2026-11",
                day(4, "tv", "EUR", "12.99"),
                day(5, "games", "USD", "10.00"),
                day(6, "games", "USD", "3.00"))
            .append("home", List.of(day(4, "tv", "EUR", "12.99"), day(5, "games", "EUR", "8.62")))
            .append("unconverted", List.of(day(6, "games", "USD", "3.00"))),
        seed.totals("alice", "2026-10", day(4, "tv", "EUR", "12.99"), day(30, "tv", "EUR", "1.00"))
            .append("home", List.of(day(4, "tv", "EUR", "12.99"), day(30, "tv", "EUR", "1.00"))));
  }

  @Test
  void aSummaryTellsAllOfItAtHomeAndWhatHasNoRate() {
    JsonNode summary = read("/api/v1/subscribers/alice/summary");

    assertThat(summary.get("home"))
        .hasToString(
            """
            [{"currency":"EUR","thisMonth":"21.61","sameDayLastMonth":"12.99","change":"8.62",\
            "lastMonth":"13.99","categories":[\
            {"category":"tv","thisMonth":"12.99","sameDayLastMonth":"12.99","change":"0.00"},\
            {"category":"games","thisMonth":"8.62","sameDayLastMonth":"0.00","change":"8.62"}]}]\
            """);
    assertThat(summary.get("unconverted"))
        .hasToString(
            "{\"thisMonth\":[{\"value\":\"3.00\",\"currency\":\"USD\"}],"
                + "\"sameDayLastMonth\":[],\"lastMonth\":[]}");
    assertThat(summary.get("currencies")).hasSize(2);
  }

  @Test
  void totalsTellThemByMonthAndDay() {
    JsonNode month = read("/api/v1/subscribers/alice/totals?months=1").get("months").get(0);

    assertThat(month.get("home"))
        .hasToString("[" + line("games", "8.62", "EUR") + "," + line("tv", "12.99", "EUR") + "]");
    assertThat(month.get("homeDays").get(1))
        .hasToString(
            "{\"date\":\"2026-11-05\",\"category\":\"games\","
                + "\"amount\":{\"value\":\"8.62\",\"currency\":\"EUR\"}}");
    assertThat(month.get("unconverted")).hasToString("[" + line("games", "3.00", "USD") + "]");
  }

  @Test
  void aPaymentTellsByWhichRateItWasConverted() {
    seed.insert(
        "payments",
        seed.payment("alice", "a", "p1", "2026-11-05", amount("10.00", "USD"))
            .append(
                "home", SeedPayment.home("8.62", "2026-11-04", "1.1604", "2026-11-04T15:00:00Z"))
            .append(
                "refunds",
                List.of(
                    new Document("refundId", "r1")
                        .append("at", Seed.date("2026-11-06"))
                        .append("amount", amount("5.00", "USD"))
                        .append("home", amount("4.31", "EUR")))),
        seed.payment("alice", "a", "p2", "2026-11-04", amount("3.00", "USD"))
            .append("unconverted", true),
        seed.payment("alice", "a", "p3", "2026-11-03", amount("1.00", "EUR"))
            .append("home", new Document("amount", amount("1.00", "EUR"))));

    JsonNode payments = read("/api/v1/subscribers/alice/payments").get("payments");

    assertThat(payments.get(0).get("home"))
        .hasToString(
            """
            {"amount":{"value":"8.62","currency":"EUR"},"rate":{"base":"EUR","date":"2026-11-04",\
            "source":"ECB","from":"1.1604","to":"1","receivedAt":"2026-11-04T15:00:00Z"}}\
            """);
    assertThat(payments.get(0).get("refunds").get(0).get("home").get("value").asString())
        .isEqualTo("4.31");
    assertThat(payments.get(0).has("unconverted")).isFalse();
    assertThat(payments.get(1).get("unconverted").asBoolean()).isTrue();
    assertThat(payments.get(1).has("home")).isFalse();
    assertThat(payments.get(2).get("home").has("rate")).isFalse();
  }

  @Test
  void whereNoHomeCurrencyIsKnownNothingIsSaidOfIt() {
    seed.replace(
        "subscriber-totals", seed.totals("alice", "2026-11", day(4, "tv", "EUR", "12.99")));
    seed.replace(
        "subscriber-totals", seed.totals("alice", "2026-10", day(4, "tv", "EUR", "12.99")));

    assertThat(read("/api/v1/subscribers/alice/summary").propertyNames())
        .doesNotContain("home", "unconverted");
    assertThat(read("/api/v1/subscribers/alice/totals").get("months").get(17).propertyNames())
        .doesNotContain("home", "homeDays", "unconverted");
    signIn();
    assertThat(panel("summary")).doesNotContain("all currencies");
    assertThat(panel("period")).doesNotContain("in your currency");
  }

  @Test
  void thePageShowsAllCurrenciesFirstAndWhatIsNotConverted() {
    signIn();

    String summary = panel("summary");

    String first = summary.substring(0, summary.indexOf("</article>"));
    assertThat(first)
        .contains("data-home=\"true\"", "all currencies, November 2026", "data-value=\"21.61\"")
        .contains("Not converted: no rate yet", "data-value=\"3.00\"");
    assertThat(summary.substring(first.length()))
        .contains("data-currency=\"EUR\"", "data-currency=\"USD\"", "data-value=\"13.00\"")
        .doesNotContain("data-home");
  }

  @Test
  void whoPaysInTheHomeCurrencyAloneSeesItOnce() {
    seed.replace(
        "subscriber-totals",
        seed.totals("alice", "2026-11", day(4, "tv", "EUR", "12.99"))
            .append("home", List.of(day(4, "tv", "EUR", "12.99"))));
    signIn();

    assertThat(panel("summary")).containsOnlyOnce("hero-block").doesNotContain("all currencies");
  }

  private static String line(String category, String value, String currency) {
    return "{\"category\":\"%s\",\"amount\":{\"value\":\"%s\",\"currency\":\"%s\"}}"
        .formatted(category, value, currency);
  }
}
