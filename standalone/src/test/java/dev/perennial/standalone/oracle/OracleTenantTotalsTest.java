package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.GYM;
import static dev.perennial.standalone.oracle.Told.amount;
import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.event;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A tenant's figures of a month, and how run rates moved. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleTenantTotalsTest {

  private final Told told = new Told();

  private static Map<String, Object> line(String category, String currency, String amount) {
    return Map.of("category", category, "currency", currency, "amount", new BigDecimal(amount));
  }

  /** Month, kind, category and amount, one after the other. */
  private List<String> moved() {
    List<String> moved = new ArrayList<>();
    told.expect()
        .collection(Expected.TENANT_TOTALS)
        .values()
        .forEach(
            total -> {
              if (total.get("movements") instanceof List<?> movements) {
                movements.forEach(each -> moved.add(total.get("month") + shown((Map<?, ?>) each)));
              }
            });
    return moved;
  }

  private static String shown(Map<?, ?> movement) {
    return " %s %s %s %s x%s"
        .formatted(
            movement.get("kind"),
            movement.get("category"),
            movement.get("amount"),
            movement.get("currency"),
            movement.get("subscriptions"));
  }

  @Test
  void sumsWhatWasPaidReportedAndHasNoRate() {
    told.tenant("\"currency\":\"EUR\"").prefer("\"currency\":\"GBP\"");
    told.rates("EUR", "2025-02-03", "USD 1.25");
    told.start(",\"category\":\"fitness\"");
    told.pay(noon("2025-02-03"), "p1", "20").refund(noon("2025-03-03"), "p1", "5");
    told.add(
        "payment.succeeded", noon("2025-02-04"), "\"paymentId\":\"p2\"," + amount("10", "USD"));
    told.add(
        "payment.succeeded", noon("2025-02-04"), "\"paymentId\":\"p3\"," + amount("10", "CHF"));
    told.on("2025-02-05");
    Map<String, Object> total = new HashMap<>();
    total.put("_id", "t|2025-02|0");
    total.put("version", Long.class);
    total.put("partition", 0);
    total.put("tenantId", "t");
    total.put("month", "2025-02");
    total.put(
        "lines",
        List.of(
            line("fitness", "CHF", "10.00"),
            line("fitness", "EUR", "15.00"),
            line("fitness", "USD", "10.00")));
    total.put("reporting", List.of(line("fitness", "EUR", "23.00")));
    total.put("unconverted", List.of(line("fitness", "CHF", "10.00")));
    assertThat(told.tenantTotal("2025-02")).isEqualTo(total);
    assertThat(told.tenantTotal("2025-01"))
        .containsOnlyKeys("_id", "version", "partition", "tenantId", "month", "lines", "movements");
  }

  @Test
  void reportsNothingWhereTheTenantHasNoCurrency() {
    told.prefer("\"currency\":\"EUR\"").pay(noon("2025-02-03"), "p1", "20").on("2025-02-05");
    assertThat(told.tenantTotal("2025-02"))
        .containsKey("lines")
        .doesNotContainKeys("reporting", "unconverted", "movements");
  }

  @Test
  void isWrittenOnTicks() {
    told.start().pay(noon("2025-02-03"), "p1", "20");
    assertThat(told.expect().collection(Expected.TENANT_TOTALS)).isEmpty();
    told.on("2025-02-05");
    assertThat(told.expect().collection(Expected.TENANT_TOTALS))
        .containsOnlyKeys("t|2025-01|0", "t|2025-02|0");
  }

  @Test
  void addsUpThoseOfAPartition() {
    told.start()
        .add(
            event("f", "subscription.started", noon("2025-01-21"), GYM)
                .replace("\"alice\"", "\"bob\""));
    told.add(
        event("g", "subscription.started", noon("2025-01-21"), GYM)
            .replace("\"alice\"", "\"carol|1\""));
    Ticks ticks =
        Ticks.everywhere(2, Instant.parse(noon("2025-02-01")), Instant.parse(noon("2025-02-01")));
    Expected expected =
        new Oracle("t", id -> id.startsWith("carol") ? 1 : 0, ticks, Map.of())
            .expect(told.events());
    assertThat(expected.collection(Expected.TENANT_TOTALS))
        .containsOnlyKeys("t|2025-01|0", "t|2025-01|1");
    assertThat(expected.collection(Expected.TENANT_TOTALS).get("t|2025-01|0").get("movements"))
        .isEqualTo(
            List.of(
                Map.of(
                    "kind", "NEW",
                    "category", "uncategorised",
                    "currency", "EUR",
                    "amount", new BigDecimal("40.00"),
                    "subscriptions", 2L)));
  }

  @Test
  void beginsAndEndsOnLocalDays() {
    told.prefer("\"zone\":\"Pacific/Auckland\"");
    told.add("subscription.started", "2025-01-31T20:00:00Z", GYM);
    told.add("subscription.cancelled", noon("2025-03-20"), "\"effectiveOn\":\"2025-04-01\"");
    told.tick("2025-03-31T10:59:59Z", "2025-03-31T10:59:59Z");
    assertThat(moved()).containsExactly("2025-02 NEW uncategorised 20.00 EUR x1");
    told.tick("2025-03-31T11:00:00Z", "2025-03-31T11:00:00Z");
    assertThat(moved())
        .containsExactly(
            "2025-02 NEW uncategorised 20.00 EUR x1", "2025-04 CHURN uncategorised 20.00 EUR x1");
  }

  @Test
  void costsNothingInATrialAndAPause() {
    told.start(",\"trialEnds\":\"2025-02-10\"").on("2025-07-01");
    told.add("subscription.paused", noon("2025-03-10"), "\"resumesOn\":\"2025-04-10\"");
    told.add("subscription.paused", noon("2025-06-10"), "");
    assertThat(moved())
        .containsExactly(
            "2025-02 NEW uncategorised 20.00 EUR x1",
            "2025-03 CHURN uncategorised 20.00 EUR x1",
            "2025-04 REACTIVATION uncategorised 20.00 EUR x1",
            "2025-06 CHURN uncategorised 20.00 EUR x1");
    assertThat(told.subscription()).doesNotContainKey("runRate");
  }

  @Test
  void costsNothingInATrialThatIsCancelled() {
    told.start(",\"trialEnds\":\"2025-02-10\"").cancelAtPeriodEnd("2025-01-25").on("2025-02-01");
    assertThat(told.subscription())
        .containsEntry("status", "CANCELLED")
        .doesNotContainKey("runRate");
    assertThat(moved()).isEmpty();
  }

  @Test
  void costsNothingInTheTrialOfTheLastStartAlone() {
    told.start(",\"trialEnds\":\"2025-02-10\"");
    told.add("subscription.started", noon("2025-03-01"), GYM + ",\"trialEnds\":\"2025-03-15\"");
    told.on("2025-04-01");
    assertThat(moved())
        .containsExactly(
            "2025-01 NEW uncategorised 20.00 EUR x1",
            "2025-03 REACTIVATION uncategorised 20.00 EUR x1",
            "2025-03 CHURN uncategorised 20.00 EUR x1");
  }

  @Test
  void growsAndShrinksWithPriceScheduleAndShare() {
    told.start().on("2025-12-01");
    told.change("2025-02-01", price("FIXED", "25"));
    told.change("2025-03-01", billing(2, "MONTH", "2025-03-31"));
    told.change("2025-04-01", "\"share\":{\"part\":1,\"of\":2}");
    told.change("2025-05-01", "\"name\":\"Other gym\"");
    told.change("2025-06-01", price("FIXED", "0"));
    told.change("2025-07-01", price("FIXED", "10"));
    assertThat(moved())
        .containsExactly(
            "2025-01 NEW uncategorised 20.00 EUR x1",
            "2025-02 EXPANSION uncategorised 5.00 EUR x1",
            "2025-03 CONTRACTION uncategorised 12.50 EUR x1",
            "2025-04 CONTRACTION uncategorised 6.25 EUR x1",
            "2025-06 CHURN uncategorised 6.25 EUR x1",
            "2025-07 REACTIVATION uncategorised 2.50 EUR x1");
    assertThat(told.subscription()).containsEntry("runRate", Told.euros("2.50"));
  }

  @Test
  void leavesOneCategoryOrCurrencyAndEntersTheOther() {
    told.start(",\"category\":\"fitness\"").on("2025-12-01");
    told.change("2025-02-01", "\"category\":\"sports\"");
    told.change("2025-03-01", price("FIXED", "21").replace("EUR", "USD"));
    assertThat(moved())
        .containsExactly(
            "2025-01 NEW fitness 20.00 EUR x1",
            "2025-02 EXPANSION sports 20.00 EUR x1",
            "2025-02 CONTRACTION fitness 20.00 EUR x1",
            "2025-03 EXPANSION sports 21.00 USD x1",
            "2025-03 CONTRACTION sports 20.00 EUR x1");
  }

  @Test
  void countsEachTimeThatASubscriptionMoved() {
    told.start().on("2025-12-01");
    told.change("2025-02-01", price("FIXED", "25")).change("2025-02-11", price("FIXED", "26"));
    assertThat(moved())
        .containsExactly(
            "2025-01 NEW uncategorised 20.00 EUR x1",
            "2025-02 EXPANSION uncategorised 6.00 EUR x2");
  }

  @Test
  void takesAVariablePriceAtWhatItCostsNow() {
    told.add(
        "subscription.started",
        "2025-01-20T10:00:00Z",
        "\"name\":\"Power\"," + price("VARIABLE", "20") + "," + billing(1, "MONTH", "2025-01-31"));
    told.pay(noon("2025-01-31"), "p1", "31").on("2025-02-05");
    assertThat(moved()).containsExactly("2025-01 NEW uncategorised 31.00 EUR x1");
  }

  @Test
  void knowsNothingOfWhatIsAheadOrForgotten() {
    told.start().change("2025-02-01", price("FIXED", "25") + ",\"effectiveOn\":\"2025-03-01\"");
    told.on("2025-02-28");
    assertThat(moved()).containsExactly("2025-01 NEW uncategorised 20.00 EUR x1");
    told.add("subscription.deleted", noon("2025-02-10"), "");
    told.add("subscription.started", noon("2025-02-11"), GYM);
    assertThat(moved()).containsExactly("2025-02 NEW uncategorised 20.00 EUR x1");
  }

  @Test
  void endsWithWhatTheDocumentsShow() {
    told.start().change("2025-02-01", price("FIXED", "25")).on("2025-04-01");
    told.add("subscription.paused", noon("2025-02-10"), "\"resumesOn\":\"2025-03-01\"");
    BigDecimal sum = BigDecimal.ZERO;
    for (Movement movement : Movement.all(subscription())) {
      sum =
          switch (movement.kind()) {
            case NEW, EXPANSION, REACTIVATION -> sum.add(movement.amount());
            case CONTRACTION, CHURN -> sum.subtract(movement.amount());
          };
    }
    assertThat(told.subscription().get("runRate")).isEqualTo(Told.euros(sum.toPlainString()));
  }

  private Subscription subscription() {
    return Account.of(
            "alice",
            Reference.NONE,
            Reading.of(told.happenings()),
            Optional.of(Instant.parse(noon("2025-04-01"))))
        .subscriptions()
        .get("gym");
  }
}
