package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.day;
import static dev.perennial.dashboard.Seed.line;
import static dev.perennial.dashboard.Seed.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberPageTest extends DashboardTest {

  private static final String MARKUP = "<script>alert(1)</script>";

  @Test
  void theFirstPageLeadsToTheTenantsFirstSubscriber() {
    seed.insert(
        "subscriptions",
        seed.subscription("bob", "x", "X", "1.00", "EUR"),
        seed.subscription("alice & co", "x", "X", "1.00", "EUR"));
    signIn();

    HttpResponse<String> answer = dashboard.get("/");

    assertThat(answer.statusCode()).isEqualTo(302);
    String page = answer.headers().firstValue("Location").orElseThrow();
    assertThat(dashboard.get(page.substring(dashboard.address().length())).body())
        .contains("<h1>alice &amp; co</h1>", "Acme &amp; Söhne");
  }

  @Test
  void anIdMayHaveAnyCharacterAndStillBeReachedFromThePage() {
    seed.insert("subscriptions", seed.subscription("a/b%2F;c d|ü", "x", "X", "1.00", "EUR"));
    signIn();

    String location = dashboard.get("/").headers().firstValue("Location").orElseThrow();
    String path = location.substring(dashboard.address().length());
    String page = dashboard.get(path).body();
    Matcher panel = Pattern.compile("hx-get=\"([^\"]+/panels/renewals)\"").matcher(page);

    assertThat(page).contains("<h1>a/b%2F;c d|ü</h1>", "/api/v1" + path + "/summary");
    assertThat(panel.find()).isTrue();
    assertThat(dashboard.get(panel.group(1)).statusCode()).isEqualTo(200);
    assertThat(dashboard.get("/api/v1" + path + "/summary").statusCode()).isEqualTo(200);
    assertThat(dashboard.get("/ui/subscribers").body()).contains("href=\"" + path + "\"");
  }

  @Test
  void aTenantWithoutSubscribersIsToldHowToBegin() {
    signIn();

    assertThat(dashboard.get("/").body()).contains("No subscribers yet");
  }

  @Test
  void anotherTenantsPageIsNotFound() {
    Seed other = new Seed(mongo, EPOCH, tenant + "-other", PARTITION);
    other.insert("subscriptions", other.subscription("alice", "x", "X", "1.00", "EUR"));
    signIn();

    assertThat(dashboard.get("/subscribers/alice").statusCode()).isEqualTo(404);
    assertThat(dashboard.get("/ui/subscribers/alice/panels/summary").statusCode()).isEqualTo(404);
    assertThat(dashboard.get("/ui/subscribers").body()).doesNotContain("alice");
  }

  @Test
  void theSummaryShowsExactDecimalsBesideTextForPeople() {
    totals();
    signIn();

    String summary = panel("summary");

    assertThat(summary)
        .contains("data-value=\"1234.50\"", "€1,234.50", "data-value=\"980\"", "¥980")
        .contains("data-value=\"12.99\"", "+€1,221.51");
  }

  @Test
  void categoriesAndTrendHaveATableBesideTheirChart() {
    totals();
    signIn();

    assertThat(panel("categories"))
        .contains("data-category=\"streaming\"", "data-chart=", "<table");
    assertThat(panel("trend")).contains("November 2026", "October 2026", "data-chart=", "<table");
  }

  @Test
  void renewalsShowTheDaysLeft() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR")
            .append("collection", "MANUAL")
            .append("nextRenewal", renewal("2026-11-23", "12.99", "EUR")));
    signIn();

    assertThat(panel("renewals")).contains("tomorrow", "data-days-left=\"1\"", "Pay by hand");
  }

  @Test
  void alertsPaymentsAndSubscriptionsShowTheirStates() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR")
            .append("status", "PAUSED")
            .append("resumesOn", Seed.date("2026-12-05")));
    seed.insert(
        "payments",
        seed.payment("alice", "netflix", "p1", "2026-11-04", amount("12.99", "EUR"))
            .append("status", "FAILED"));
    seed.insert("deliveries", seed.delivery("alice", "a", "UNKNOWN", "Netflix renews", NOW));
    signIn();

    assertThat(panel("alerts")).contains("data-code=\"UNKNOWN\"", "Netflix renews");
    assertThat(panel("payments")).contains("data-code=\"FAILED\"", "4 Nov 2026");
    assertThat(panel("subscriptions")).contains("data-code=\"PAUSED\"", "Resumes 5 Dec 2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "renewals",
        "payments",
        "subscriptions",
        "alerts",
        "categories",
        "trend",
        "forecast"
      })
  void textOfOthersIsNeverMarkup(String panel) {
    Document subscription =
        seed.subscription("alice", "netflix", MARKUP, "12.99", "EUR")
            .append("category", MARKUP)
            .append("nextRenewal", renewal("2026-11-23", "12.99", "EUR"));
    seed.insert("subscriptions", subscription);
    seed.insert(
        "payments",
        seed.payment("alice", "netflix", "p1", "2026-11-04", amount("12.99", "EUR"))
            .append("category", MARKUP));
    seed.insert("deliveries", seed.delivery("alice", "a", "SENT", MARKUP, NOW));
    seed.insert(
        "subscriber-totals",
        seed.totals("alice", "2026-11", List.of(line(MARKUP, "EUR", "12.99")), List.of()));
    signIn();

    assertThat(panel(panel)).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summary",
        "categories",
        "trend",
        "forecast",
        "renewals",
        "alerts",
        "payments",
        "subscriptions"
      })
  void aPanelWithoutFiguresSaysSo(String panel) {
    seed.insert("subscriber-totals", seed.totals("alice", "2020-01", List.of(), List.of()));
    signIn();

    assertThat(panel(panel)).contains("class=\"empty\"");
  }

  @Test
  void aPanelThatFailsShowsItsErrorAndTheOthersLive() {
    totals();
    seed.insert(
        "payments",
        seed.payment("alice", "netflix", "p9", "2026-11-04", amount("1.00", "EUR"))
            .append("amount", "one euro"));
    signIn();

    HttpResponse<String> failed = dashboard.get("/ui/subscribers/alice/panels/payments");

    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(failed.headers().firstValue("X-Panel")).hasValue("payments");
    assertThat(failed.body())
        .contains("This panel could not be loaded", "data-retry")
        .containsPattern("class=\"error-id\">[0-9a-f]{10}<")
        .doesNotContain("one euro");
    assertThat(panel("trend")).contains("<table");
  }

  @Test
  void anUnchangedPanelKeepsItsDigestWhileItsFreshnessMoves() {
    totals();
    signIn();
    HttpResponse<String> before = dashboard.get("/ui/subscribers/alice/panels/trend");
    seed.watermark("subscriber-totals", TICK.plusSeconds(1));

    HttpResponse<String> after = dashboard.get("/ui/subscribers/alice/panels/trend");

    assertThat(header(after, "X-Panel-Digest")).isEqualTo(header(before, "X-Panel-Digest"));
    assertThat(header(before, "X-Panel-As-Of")).isEqualTo(TICK.toString());
    assertThat(header(after, "X-Panel-As-Of")).isEqualTo(TICK.plusSeconds(1).toString());
  }

  @Test
  void anUnknownPanelIsNotFound() {
    signIn();

    assertThat(dashboard.get("/ui/subscribers/alice/panels/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void thePageRunsNoScriptButItsOwn() {
    seed.insert("subscriptions", seed.subscription("alice", "x", "X", "1.00", "EUR"));
    signIn();

    HttpResponse<String> page = dashboard.get("/subscribers/alice");

    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("style=\"", "onclick", "<script>");
  }

  @Test
  void whatThePageLoadsIsThere() {
    seed.insert("subscriptions", seed.subscription("alice", "x", "X", "1.00", "EUR"));
    signIn();

    String page = dashboard.get("/subscribers/alice").body();

    assertThat(
            Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList())
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(path -> assertThat(dashboard.get(path).statusCode()).as(path).isEqualTo(200));
  }

  @Test
  void aPagesOwnReportGetsAnId() {
    seed.insert("subscriptions", seed.subscription("alice", "x", "X", "1.00", "EUR"));
    signIn();
    String csrf = RunningDashboard.csrf(dashboard.get("/subscribers/alice").body());

    HttpResponse<String> answer =
        dashboard.post(
            "/ui/errors",
            Map.of("panel", "trend", "kind", "chart", "message", "x\ny", "_csrf", csrf));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).matches("\\{\"id\":\"[0-9a-f]{10}\"}");
  }

  private void totals() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.insert(
        "subscriber-totals",
        seed.totals(
            "alice",
            "2026-11",
            List.of(line("streaming", "EUR", "1234.50"), line("reading", "JPY", "980")),
            List.of(day(4, "EUR", "1234.50"), day(20, "JPY", "980"))),
        seed.totals(
            "alice",
            "2026-10",
            List.of(line("streaming", "EUR", "12.99")),
            List.of(day(4, "EUR", "12.99"))));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
