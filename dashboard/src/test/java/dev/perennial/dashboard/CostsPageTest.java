package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.cancelBy;
import static dev.perennial.dashboard.Seed.day;
import static dev.perennial.dashboard.Seed.priceFrom;
import static dev.perennial.dashboard.Seed.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What subscriptions cost and how they bind, as the page shows it. Today is 22 Nov 2026. */
class CostsPageTest extends DashboardTest {

  private Document netflix;

  @BeforeEach
  void subscription() {
    netflix =
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR")
            .append("nextRenewal", renewal("2026-12-04", "12.99", "EUR"));
    signIn();
  }

  @Test
  void anEstimatedAmountIsSaidToBeAboutRightAndStaysExactForPrograms() {
    netflix.append("nextRenewal", renewal("2026-12-04", "12.99", "EUR").append("estimated", true));

    assertThat(text("renewals")).contains("about €12.99");
    assertThat(firstValue("renewals")).isEqualTo("12.99");
  }

  @Test
  void anAmountThatIsKnownIsNot() {
    assertThat(text("renewals")).contains("€12.99").doesNotContain("about");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22 | Cancel by 22 Nov, today | true",
        "2026-11-23 | Cancel by 23 Nov, tomorrow | true",
        "2026-11-29 | Cancel by 29 Nov, in 7 days | true",
        "2026-11-30 | Cancel by 30 Nov | false",
        "2027-01-21 | Cancel by 21 Jan | false",
      })
  void theLastDayToCancelIsShownWhereItIsNear(String on, String text, boolean urgent) {
    netflix.append("cancelBy", cancelBy(on, "2026-12-04"));

    assertThat(text("renewals")).contains(text).doesNotContain("for the renewal");
    assertThat(html("renewals")).contains("data-urgent=\"" + urgent + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2027-01-22"})
  void aLastDayThatIsOverOrFarAwayIsNot(String on) {
    netflix.append("cancelBy", cancelBy(on, "2027-02-04"));

    assertThat(text("renewals")).doesNotContain("Cancel");
  }

  @Test
  void whereTheNextRenewalCannotBeAvoidedItSaysWhichOneCan() {
    netflix.append("cancelBy", cancelBy("2026-12-04", "2027-01-04"));

    assertThat(text("renewals")).contains("Cancel by 4 Dec, for the renewal of 4 Jan");
  }

  @Test
  void aSubscriptionShowsItsMonthlyShareWhereThatIsNotWhatIsBilled() {
    netflix
        .append("billing", netflix.get("billing", Document.class).append("unit", "YEAR"))
        .append("runRate", amount("1.08", "EUR"));

    assertThat(text("subscriptions")).contains("€12.99 a year €1.08 a month, spread");
    assertThat(firstValue("subscriptions")).isEqualTo("12.99");
  }

  @Test
  void aSubscriptionThatIsBilledAsItCostsDoesNotSayItTwice() {
    assertThat(text("subscriptions")).contains("€12.99 a month").doesNotContain("spread", "from");
  }

  @Test
  void limitedPaymentsAndAPriceAheadAreShown() {
    netflix
        .append("occurrences", 24)
        .append(
            "priceHistory",
            List.of(
                priceFrom("2026-01-31", "FIXED", "12.99", "EUR"),
                priceFrom("2027-03-15", "FIXED", "14.99", "EUR"),
                priceFrom("2028-03-15", "FIXED", "15.99", "EUR")));

    assertThat(text("subscriptions"))
        .contains("Ends after 24 payments", "€14.99 from 15 Mar")
        .doesNotContain("15.99");
    assertThat(html("subscriptions")).contains("data-value=\"14.99\"");
  }

  @Test
  void correctedAndVoidedPaymentsAreMarkedInWords() {
    seed.insert(
        "payments",
        seed.payment("alice", "netflix", "p1", "2026-11-04", amount("11.00", "EUR"))
            .append("corrected", true),
        seed.payment("alice", "netflix", "p2", "2026-11-03", amount("12.00", "EUR"))
            .append("status", "VOIDED"));

    String payments = html("payments");

    assertThat(payments.substring(0, payments.indexOf("data-payment=\"p2\"")))
        .contains("Corrected")
        .doesNotContain("struck");
    assertThat(payments.substring(payments.indexOf("data-payment=\"p2\"")))
        .contains("Voided", "struck")
        .doesNotContain("Corrected");
  }

  @Test
  void theSummaryHasTheRunRateOfEachCurrencyAlsoWhereNothingWasPaid() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "github", "GitHub", "10.00", "USD"),
        seed.subscription("alice", "gym", "Gym", "30.01", "EUR"));
    seed.insert(
        "subscriber-totals", seed.totals("alice", "2026-11", day(4, "streaming", "EUR", "12.99")));

    String summary = html("summary");
    String euros = summary.substring(0, summary.indexOf("data-currency=\"USD\""));
    String dollars = summary.substring(summary.indexOf("data-currency=\"USD\""));

    assertThat(figure(euros, "this-month")).isEqualTo("12.99");
    assertThat(figure(euros, "run-rate")).isEqualTo("43.00");
    assertThat(figure(dollars, "this-month")).isEqualTo("0.00");
    assertThat(figure(dollars, "run-rate")).isEqualTo("10.00");
  }

  private String html(String panel) {
    seed.replace("subscriptions", netflix);
    return panel(panel);
  }

  /** As a person reads it. */
  private String text(String panel) {
    return html(panel).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private String firstValue(String panel) {
    String row = html(panel);
    return found("data-value=\"([^\"]*)\"", row.substring(row.indexOf("<li")));
  }

  private static String figure(String html, String name) {
    return found("data-figure=\"" + name + "\">\\s*<data[^>]*data-value=\"([^\"]*)\"", html);
  }

  private static String found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(pattern + " is not in " + text));
  }
}
