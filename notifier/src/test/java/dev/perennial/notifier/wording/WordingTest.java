package dev.perennial.notifier.wording;

import static dev.perennial.notifier.Notices.complete;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          trial.ending         ; en; 7; Netflix: the trial ends in 7 days, then EUR 12.99 on Mon 30 Nov 2026
          trial.ending         ; en; 1; Netflix: the trial ends tomorrow, then EUR 12.99 on Mon 30 Nov 2026
          trial.ending         ; en; 0; Netflix: the trial ends today, then EUR 12.99 on Mon 30 Nov 2026
          cancellation.deadline; en; 7; Netflix: 7 days left to cancel, else EUR 12.99 on Mon 28 Dec 2026
          cancellation.deadline; en; 1; Netflix: 1 day left to cancel, else EUR 12.99 on Mon 28 Dec 2026
          cancellation.deadline; en; 0; Netflix: today is the last day to cancel, else EUR 12.99 on Mon 28 Dec 2026
          price.changed        ; en; 7; Netflix costs EUR 12.99 from Mon 30 Nov 2026, until now EUR 9.99
          payment.failed       ; en; 0; Netflix: a payment of EUR 12.99 failed
          subscription.ended   ; en; 0; Netflix has ended: EUR 12.99 less to pay
          trial.ending         ; de; 7; Netflix: Der Probezeitraum endet in 7 Tagen, dann 12,99 EUR am Mo. 30. Nov. 2026
          trial.ending         ; de; 1; Netflix: Der Probezeitraum endet morgen, dann 12,99 EUR am Mo. 30. Nov. 2026
          trial.ending         ; de; 0; Netflix: Der Probezeitraum endet heute, dann 12,99 EUR am Mo. 30. Nov. 2026
          cancellation.deadline; de; 7; Netflix: nur noch in den nächsten 7 Tagen kündbar, sonst 12,99 EUR am Mo. 28. Dez. 2026
          cancellation.deadline; de; 1; Netflix: nur noch bis morgen kündbar, sonst 12,99 EUR am Mo. 28. Dez. 2026
          cancellation.deadline; de; 0; Netflix: nur noch heute kündbar, sonst 12,99 EUR am Mo. 28. Dez. 2026
          price.changed        ; de; 7; Netflix kostet 12,99 EUR ab Mo. 30. Nov. 2026, bisher 9,99 EUR
          payment.failed       ; de; 0; Netflix: Eine Zahlung von 12,99 EUR ist fehlgeschlagen
          subscription.ended   ; de; 0; Netflix ist beendet: 12,99 EUR weniger zu zahlen
          trial.ending         ; fr; 7; Netflix : l'essai se termine dans 7 jours, puis 12,99 EUR le lun. 30 nov. 2026
          trial.ending         ; fr; 1; Netflix : l'essai se termine demain, puis 12,99 EUR le lun. 30 nov. 2026
          trial.ending         ; fr; 0; Netflix : l'essai se termine aujourd'hui, puis 12,99 EUR le lun. 30 nov. 2026
          cancellation.deadline; fr; 7; Netflix : plus que 7 jours pour résilier, sinon 12,99 EUR le lun. 28 déc. 2026
          cancellation.deadline; fr; 1; Netflix : plus qu'un jour pour résilier, sinon 12,99 EUR le lun. 28 déc. 2026
          cancellation.deadline; fr; 0; Netflix : dernier jour pour résilier aujourd'hui, sinon 12,99 EUR le lun. 28 déc. 2026
          price.changed        ; fr; 7; Netflix coûte 12,99 EUR à partir du lun. 30 nov. 2026, contre 9,99 EUR jusqu'ici
          payment.failed       ; fr; 0; Netflix : un paiement de 12,99 EUR a échoué
          subscription.ended   ; fr; 0; Netflix a pris fin : 12,99 EUR de moins à payer
          trial.ending         ; ja; 7; Netflixのお試し期間は7日後に終了します：2026年11月30日(月)にEUR 12.99
          trial.ending         ; ja; 1; Netflixのお試し期間は明日終了します：2026年11月30日(月)にEUR 12.99
          trial.ending         ; ja; 0; Netflixのお試し期間は本日終了します：2026年11月30日(月)にEUR 12.99
          cancellation.deadline; ja; 7; Netflixの解約期限は7日後です：過ぎると2026年12月28日(月)にEUR 12.99
          cancellation.deadline; ja; 1; Netflixの解約期限は明日です：過ぎると2026年12月28日(月)にEUR 12.99
          cancellation.deadline; ja; 0; Netflixの解約期限は本日です：過ぎると2026年12月28日(月)にEUR 12.99
          price.changed        ; ja; 7; Netflixの料金：2026年11月30日(月)からEUR 12.99、これまではEUR 9.99
          payment.failed       ; ja; 0; Netflix：EUR 12.99の支払いに失敗しました
          payment.missing      ; en; 0; 'Netflix: EUR 12.99 was due on Mon 30 Nov 2026, no payment seen yet'
          payment.unexpected   ; en; 0; 'Netflix: a payment of EUR 12.99 does not match the EUR 10.99 due'
          payment.duplicate    ; en; 0; 'Netflix: EUR 12.99 was paid more than once'
          payment.missing      ; de; 0; 'Netflix: 12,99 EUR waren am Mo. 30. Nov. 2026 fällig, noch keine Zahlung bekannt'
          payment.unexpected   ; de; 0; 'Netflix: Eine Zahlung von 12,99 EUR passt nicht zu den fälligen 10,99 EUR'
          payment.duplicate    ; de; 0; 'Netflix: 12,99 EUR wurden mehr als einmal gezahlt'
          payment.missing      ; fr; 0; 'Netflix : 12,99 EUR à prélever le lun. 30 nov. 2026, aucun paiement signalé à ce jour'
          payment.unexpected   ; fr; 0; 'Netflix : un paiement de 12,99 EUR ne correspond pas aux 10,99 EUR dus'
          payment.duplicate    ; fr; 0; 'Netflix : 12,99 EUR payés plus d''une fois'
          payment.missing      ; ja; 0; 'Netflix：2026年11月30日(月)が期日のEUR 12.99の支払いはまだ確認できていません'
          payment.unexpected   ; ja; 0; 'Netflix：EUR 12.99の支払いが本来の金額EUR 10.99と一致しません'
          payment.duplicate    ; ja; 0; 'Netflix：EUR 12.99が重複して支払われました'
          subscription.ended   ; ja; 0; Netflixは終了しました：支払いがEUR 12.99減ります
          """)
  void everyTypeHasItsTitleInEveryLanguage(
      String type, String language, int daysLeft, String title) {
    assertThat(title(complete(type).locale(language).daysLeft(daysLeft))).isEqualTo(title);
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
