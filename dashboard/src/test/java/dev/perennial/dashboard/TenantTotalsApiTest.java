package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.line;
import static dev.perennial.dashboard.Seed.movement;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a tenant's subscribers spend and cost together, from what two partitions say. */
class TenantTotalsApiTest extends DashboardTest {

  private static final String TOTALS = "/api/v1/totals";

  @Test
  void shouldAddThePartitionsUp() {
    seed.insert(
        "tenant-totals",
        seed.tenantTotals("2026-11", 0)
            .append("lines", List.of(line("tv", "EUR", "10.00"), line("tv", "USD", "5.00")))
            .append("reporting", List.of(line("tv", "EUR", "10.00"))),
        seed.tenantTotals("2026-11", 1)
            .append("lines", List.of(line("tv", "EUR", "2.50"), line("books", "EUR", "1.00")))
            .append("reporting", List.of(line("tv", "EUR", "2.50"), line("books", "EUR", "1.00")))
            .append("unconverted", List.of(line("tv", "USD", "5.00"))));

    JsonNode month = read(TOTALS + "?from=2026-11&to=2026-11").get("months").get(0);

    assertThat(month)
        .hasToString(
            """
            {"month":"2026-11",\
            "spend":[{"category":"books","amount":{"value":"1.00","currency":"EUR"}},\
            {"category":"tv","amount":{"value":"12.50","currency":"EUR"}},\
            {"category":"tv","amount":{"value":"5.00","currency":"USD"}}],\
            "reporting":[{"category":"books","amount":{"value":"1.00","currency":"EUR"}},\
            {"category":"tv","amount":{"value":"12.50","currency":"EUR"}}],\
            "unconverted":[{"category":"tv","amount":{"value":"5.00","currency":"USD"}}],\
            "runRates":[]}\
            """);
  }

  @Test
  void shouldStartARunRateWhereTheMonthBeforeEndedHoweverLongAgoThatWas() {
    seed.insert(
        "tenant-totals",
        seed.tenantTotals("2024-02", 0)
            .append("movements", List.of(movement("NEW", "tv", "EUR", "30.00", 3))),
        seed.tenantTotals("2026-10", 0)
            .append(
                "movements",
                List.of(
                    movement("NEW", "tv", "EUR", "12.99", 1),
                    movement("CONTRACTION", "tv", "EUR", "2.00", 1))),
        seed.tenantTotals("2026-10", 1)
            .append(
                "movements",
                List.of(
                    movement("NEW", "tv", "EUR", "7.00", 1),
                    movement("NEW", "books", "EUR", "5.00", 1))),
        seed.tenantTotals("2026-11", 1)
            .append(
                "movements",
                List.of(
                    movement("CHURN", "books", "EUR", "5.00", 1),
                    movement("REACTIVATION", "tv", "EUR", "4.00", 1))));

    JsonNode months = read(TOTALS + "?from=2026-10&to=2026-12").get("months");

    assertThat(months.get(0).get("runRates"))
        .hasToString(
            """
            [{"currency":"EUR","start":"30.00","movements":[\
            {"kind":"NEW","amount":"24.99","subscriptions":3},\
            {"kind":"CONTRACTION","amount":"2.00","subscriptions":1}],"end":"52.99","categories":[\
            {"category":"books","start":"0.00","movements":[\
            {"kind":"NEW","amount":"5.00","subscriptions":1}],"end":"5.00"},\
            {"category":"tv","start":"30.00","movements":[\
            {"kind":"NEW","amount":"19.99","subscriptions":2},\
            {"kind":"CONTRACTION","amount":"2.00","subscriptions":1}],"end":"47.99"}]}]\
            """);
    assertThat(months.get(1).get("runRates").get(0).get("start").asString()).isEqualTo("52.99");
    assertThat(months.get(1).get("runRates").get(0).get("end").asString()).isEqualTo("51.99");
    assertThat(months.get(2).get("runRates"))
        .hasToString(
            """
            [{"currency":"EUR","start":"51.99","movements":[],"end":"51.99","categories":[\
            {"category":"tv","start":"51.99","movements":[],"end":"51.99"}]}]\
            """);
  }

  @Test
  void shouldTellTheLastTwelveMonthsUnlessItIsAskedForOthers() {
    assertThat(months(TOTALS)).hasSize(12).startsWith("2025-12").endsWith("2026-11");
    assertThat(months(TOTALS + "?to=2026-03")).hasSize(12).endsWith("2026-03");
    assertThat(months(TOTALS + "?from=2026-09")).containsExactly("2026-09", "2026-10", "2026-11");
  }

  @Test
  void shouldBeAsFreshAsTheOldestPartition() {
    seed.watermark("tenant-totals", TICK);
    String partition = "tenant-totals|" + tenant;
    mongo
        .getDatabase("projections-e" + EPOCH)
        .getCollection("watermarks")
        .insertOne(
            new org.bson.Document("_id", partition)
                .append("projection", "tenant-totals")
                .append("tick", java.util.Date.from(TICK.minusSeconds(40))));
    try {
      assertThat(read(TOTALS).get("asOf").asString()).isEqualTo(TICK.minusSeconds(40).toString());
    } finally {
      mongo
          .getDatabase("projections-e" + EPOCH)
          .getCollection("watermarks")
          .deleteOne(new org.bson.Document("_id", partition));
    }
  }

  @Test
  void shouldSeeNothingOfAnotherTenantNorWhatWasErased() {
    seed.insert(
        "tenant-totals",
        seed.tenantTotals("2026-11", 0)
            .append("tenantId", tenant + "x")
            .append("lines", List.of(line("tv", "EUR", "10.00"))),
        seed.tenantTotals("2026-11", 1).append("erased", true));

    assertThat(read(TOTALS).get("months").get(11).get("spend")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=2026-12&to=2026-11", "from=2016-11&to=2026-11", "from=x"})
  void shouldRefuseMonthsThatAreNone(String parameters) {
    assertThat(get(TOTALS + "?" + parameters).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldNotBeSeenByASignedInSubscriber() {
    signIn();

    HttpResponse<String> answer = dashboard.get(TOTALS);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("api-key-needed");
    assertThat(dashboard.get("/api/v1/subscribers").statusCode()).isEqualTo(200);
  }

  private List<String> months(String path) {
    return read(path)
        .get("months")
        .valueStream()
        .map(month -> month.get("month").asString())
        .toList();
  }
}
