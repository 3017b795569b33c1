package dev.perennial.notifier.mail;

import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
