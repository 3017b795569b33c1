package dev.perennial.notifier.wording;

import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.notifier.Notices;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en    ; 12.99 ; EUR; Netflix renews in 7 days: EUR 12.99 on Mon 30 Nov 2026
          en-US ; 1234.50; USD; Netflix renews in 7 days: USD 1,234.50 on Mon 30 Nov 2026
          en    ; 1500  ; JPY; Netflix renews in 7 days: JPY 1,500 on Mon 30 Nov 2026
          de-AT ; 12.99 ; EUR; Netflix verlängert sich in 7 Tagen: EUR 12,99 am Mo. 30. Nov. 2026
          de-DE ; 12.99 ; EUR; Netflix verlängert sich in 7 Tagen: 12,99 EUR am Mo. 30. Nov. 2026
          fr-FR ; 12.99 ; EUR; Netflix se renouvelle dans 7 jours : 12,99 EUR le lun. 30 nov. 2026
          ja-JP ; 1500  ; JPY; Netflixは7日後に更新されます：2026年11月30日(月)、JPY 1,500
          sv-SE ; 12.99 ; EUR; Netflix renews in 7 days: EUR 12.99 on Mon 30 Nov 2026
          """)
  void titlesAreInTheSubscribersLanguageAndFormats(
      String locale, String value, String currency, String title) {
    var alert = notice().locale(locale).amount(value, currency).build();

    assertThat(plain(Wording.in(alert.locale()).title(alert))).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "0, renews today",
    "1, renews tomorrow",
    "2, renews in 2 days",
    "30, renews in 30 days"
  })
  void daysAreSaidAsAPersonWould(int daysLeft, String said) {
    assertThat(title(notice().daysLeft(daysLeft))).contains(said);
  }

  @Test
  void amountsAreExactBeyondWhatADoubleHolds() {
    var title = title(notice().amount("90071992547409931.07", "EUR"));

    assertThat(title).contains("EUR 90,071,992,547,409,931.07");
  }

  @Test
  void aNameCannotAddLinesToASubject() {
    assertThat(title(notice().named("Net\r\nBcc: x@example.org\u202eflix")))
        .startsWith("Net Bcc: x@example.orgflix renews");
  }

  @Test
  void aNameIsNeverReadAsAPattern() {
    assertThat(title(notice().named("{0} '{1}'"))).startsWith("{0} '{1}' renews in 7 days");
  }

  @Test
  void whoPaysByHandIsToldSo() {
    var alert = notice().paidByHand().build();

    assertThat(Wording.in(Locale.ENGLISH).text(alert)).contains("You pay it yourself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "ja"})
  void everyLanguageHasEveryText(String language) {
    assertThat(bundle(language)).containsExactlyInAnyOrderElementsOf(bundle("en"));
  }

  private static Set<String> bundle(String language) {
    return ResourceBundle.getBundle(
            "dev.perennial.notifier.wording.messages",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet();
  }

  private static String title(Notices notices) {
    var alert = notices.build();
    return plain(Wording.in(alert.locale()).title(alert));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
