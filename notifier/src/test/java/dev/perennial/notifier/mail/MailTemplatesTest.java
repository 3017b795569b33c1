package dev.perennial.notifier.mail;

import static dev.perennial.notifier.Notices.budget;
import static dev.perennial.notifier.Notices.charge;
import static dev.perennial.notifier.Notices.digest;
import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.notifier.Notices;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {

  private final MailTemplates templates = new MailTemplates();

  @Test
  void bothBodiesSayWhatIsDue() {
    var bodies = templates.render(notice().url("https://netflix.example/account").claim());

    assertThat(bodies.text().replace('\u00a0', ' '))
        .startsWith("Netflix renews in 7 days: EUR 12.99 on Mon 30 Nov 2026")
        .contains("Amount: EUR 12.99", "Due on: Mon 30 Nov 2026", "Vendor: Netflix Inc.")
        .contains(
            "Category: streaming", "Manage the subscription: https://netflix.example/account");
    assertThat(bodies.html())
        .contains("<html lang=\"en\">", "Netflix Inc.", "href=\"https://netflix.example/account\"")
        .doesNotContain(" th:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          renewal.upcoming     ; Amount: EUR 12.99 / Due on: Mon 30 Nov 2026
          trial.ending         ; Amount: EUR 12.99 / Trial ends on: Mon 30 Nov 2026
          cancellation.deadline; Amount: EUR 12.99 / Last day to cancel: Mon 30 Nov 2026 / Otherwise renews on: Mon 28 Dec 2026
          price.changed        ; New price: EUR 12.99 / Price until now: EUR 9.99 / Difference: EUR +3.00 / From: Mon 30 Nov 2026
          payment.failed       ; Amount: EUR 12.99 / Failed on: Mon 30 Nov 2026 / Payment: pay-7
          subscription.ended   ; Price until then: EUR 12.99 / Ended on: Mon 30 Nov 2026
          payment.missing      ; Amount: EUR 12.99 / Due on: Mon 30 Nov 2026
          payment.unexpected   ; Paid: EUR 12.99 / Was due: EUR 10.99 / Paid on: Mon 30 Nov 2026 / Payment: pay-7
          payment.duplicate    ; Paid: EUR 12.99 / Paid on: Mon 30 Nov 2026 / Payment: pay-7 / Earlier payment: pay-6
          moon.full            ; Amount: EUR 12.99 / Date: Mon 30 Nov 2026
          """)
  void theTableShowsWhatTheTypeHas(String type, String facts) {
    var bodies = templates.render(asRaised(type).claim());

    var lines = facts.replace(" / ", "\n") + "\nVendor: Netflix Inc.\nCategory: streaming\n";
    assertThat(plain(bodies.text())).contains("\n\n" + lines + "\n-- \n");
    for (var fact : facts.split(" / ")) {
      assertThat(plain(bodies.html()))
          .contains(">" + fact.split(": ")[0] + "</td>")
          .contains(">" + fact.split(": ")[1] + "</td>");
    }
  }

  @Test
  void aBudgetShowsWhatIsLeftOfItOrHowFarItIsExceeded() {
    assertThat(plain(templates.render(budget("music", "25.50", "20.00").claim()).text()))
        .isEqualTo(
            """
            Over budget for music: EUR 25.50 spent of EUR 20.00

            From Sun 1 Nov 2026 to Mon 30 Nov 2026 you have spent EUR 25.50 on music, EUR 5.50 more than your budget of EUR 20.00.

            Spent: EUR 25.50
            Budget: EUR 20.00
            Over by: EUR 5.50
            Period: Sun 1 Nov 2026 to Mon 30 Nov 2026
            Category: music

            --\s
            You get this because you have set a budget.
            """);
    assertThat(
            plain(
                templates
                    .render(budget(null, "19.00", "20.00").type("budget.recovered").claim())
                    .text()))
        .contains("\nSpent: EUR 19.00\nBudget: EUR 20.00\nLeft: EUR 1.00\nPeriod:")
        .doesNotContain("Category");
  }

  @Test
  void aDigestListsItsCharges() {
    var charges =
        List.of(
            charge("Netflix", "2026-11-02", "12.99", false),
            charge("Power", "2026-11-05", "80.00", true));
    var notices = digest("digest.weekly", "2026-11-02", "2026-11-09", charges, 2);
    var bodies = templates.render(notices.claim());

    assertThat(plain(bodies.text()))
        .isEqualTo(
            """
            Week of Mon 2 Nov 2026: 4 charges, EUR 92.99

            4 charges are due from Mon 2 Nov 2026 to Sun 8 Nov 2026: EUR 92.99 in all. In the week before you spent EUR 23.98 + JPY 700.

            Due in all: EUR 92.99
            Mon 2 Nov 2026, Netflix: EUR 12.99
            Thu 5 Nov 2026, Power: EUR 80.00 (estimated)
            Charges not listed: 2
            Spent the week before: EUR 23.98 + JPY 700

            --\s
            You get this because you have asked for digests.
            """);
    assertThat(plain(bodies.html())).contains(">Thu 5 Nov 2026, Power</td>", ">EUR 92.99</td>");
  }

  @Test
  void aNameInADigestIsShownNotObeyed() {
    var charges = List.of(charge("<b>{0}\r\n'Net", "2026-11-02", "12.99", false));
    var bodies =
        templates.render(digest("digest.monthly", "2026-11-01", "2026-12-01", charges, 0).claim());

    assertThat(bodies.text()).contains("Mon 2 Nov 2026, <b>{0} 'Net: EUR");
    assertThat(bodies.html()).contains("&lt;b&gt;{0} ").doesNotContain("<b>");
  }

  /** With the fields that the processor gives to alerts of this type. */
  private static Notices asRaised(String type) {
    return switch (type) {
      case "cancellation.deadline" -> notice().type(type).renewingOn("2026-12-28");
      case "price.changed" -> notice().type(type).previously("9.99", "EUR");
      case "payment.failed" -> notice().type(type).payment("pay-7");
      case "payment.unexpected" -> notice().type(type).payment("pay-7").expecting("10.99", "EUR");
      case "payment.duplicate" -> notice().type(type).payment("pay-7").duplicating("pay-6");
      default -> notice().type(type);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; 15.99; EUR; Difference: EUR -3.00
          de; 9.99 ; EUR; Unterschied: +3,00 EUR
          de; 15.99; EUR; Unterschied: -3,00 EUR
          """)
  void theDifferenceSaysWhereThePriceGoes(
      String locale, String before, String currency, String line) {
    var notices = notice().type("price.changed").locale(locale).previously(before, currency);

    assertThat(plain(templates.render(notices.claim()).text())).contains(line);
  }

  @ParameterizedTest
  @CsvSource({"12.99, EUR", "9.99, USD"})
  void whereThereIsNoDifferenceNoneIsShown(String before, String currency) {
    var notices = notice().type("price.changed").previously(before, currency);

    assertThat(templates.render(notices.claim()).text())
        .contains("Price until now")
        .doesNotContain("Difference");
  }

  @Test
  void markupInWhatOnlySomeAlertsCarryIsShownNotObeyed() {
    var notices = notice().type("payment.failed").named("<b>Net").payment("<script>\r\nx</script>");

    var bodies = templates.render(notices.claim());

    assertThat(bodies.html())
        .contains("&lt;b&gt;Net", "&lt;script&gt; x&lt;/script&gt;")
        .doesNotContain("<b>", "<script");
    assertThat(bodies.text()).contains("Payment: <script> x</script>\n");
  }

  @Test
  void markupInANameIsShownNotObeyed() {
    var bodies = templates.render(notice().named("<img src=x onerror=alert(1)>&").claim());

    assertThat(bodies.html())
        .contains("&lt;img src=x onerror=alert(1)&gt;&amp;")
        .doesNotContain("<img");
    assertThat(bodies.text()).contains("<img src=x onerror=alert(1)>& renews");
  }

  @Test
  void anExpressionInANameIsNotEvaluated() {
    var bodies = templates.render(notice().named("[[${url}]] [(${7*7})] ${7*7}").claim());

    assertThat(bodies.text()).contains("[[${url}]] [(${7*7})] ${7*7} renews");
    assertThat(bodies.html()).contains("[[${url}]] [(${7*7})] ${7*7} renews");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "file:///etc/passwd", "https:", "not a url", "//x"})
  void onlyWebLinksBecomeLinks(String url) {
    var bodies = templates.render(notice().url(url).claim());

    assertThat(bodies.html()).doesNotContain("<a ");
    assertThat(bodies.text()).doesNotContain("Manage");
  }

  @Test
  void theBodiesAreInTheSubscribersLanguage() {
    var bodies = templates.render(notice().locale("de-AT").claim());

    assertThat(bodies.html()).contains("<html lang=\"de-AT\">", "Betrag", "Fällig am");
    assertThat(bodies.text()).contains("abgebucht");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace("&nbsp;", " ");
  }
}
