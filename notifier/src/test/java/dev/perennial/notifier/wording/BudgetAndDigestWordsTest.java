package dev.perennial.notifier.wording;

import static dev.perennial.notifier.Notices.budget;
import static dev.perennial.notifier.Notices.charge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.Money;
import dev.perennial.domain.alert.Digest;
import dev.perennial.domain.period.Period;
import dev.perennial.notifier.Notices;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of what has no subscription. */
class BudgetAndDigestWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; ''   ; 110.00; Over budget: EUR 110.00 spent of EUR 100.00
          en; music; 110.00; Over budget for music: EUR 110.00 spent of EUR 100.00
          en; ''   ; 95.00 ; Within budget again: EUR 95.00 spent of EUR 100.00
          en; music; 95.00 ; Within budget for music again: EUR 95.00 spent of EUR 100.00
          de; ''   ; 110.00; Budget überschritten: 110,00 EUR von 100,00 EUR ausgegeben
          de; music; 110.00; Budget für music überschritten: 110,00 EUR von 100,00 EUR ausgegeben
          de; ''   ; 95.00 ; Wieder im Budget: 95,00 EUR von 100,00 EUR ausgegeben
          de; music; 95.00 ; Wieder im Budget für music: 95,00 EUR von 100,00 EUR ausgegeben
          fr; ''   ; 110.00; Budget dépassé : 110,00 EUR dépensés sur 100,00 EUR
          fr; music; 110.00; Budget dépassé pour music : 110,00 EUR dépensés sur 100,00 EUR
          fr; ''   ; 95.00 ; De nouveau dans le budget : 95,00 EUR dépensés sur 100,00 EUR
          fr; music; 95.00 ; De nouveau dans le budget pour music : 95,00 EUR dépensés sur 100,00 EUR
          ja; ''   ; 110.00; 予算を超えました：予算EUR 100.00に対して支出EUR 110.00
          ja; music; 110.00; musicの予算を超えました：予算EUR 100.00に対して支出EUR 110.00
          ja; ''   ; 95.00 ; 予算内に戻りました：予算EUR 100.00に対して支出EUR 95.00
          ja; music; 95.00 ; musicの支出が予算内に戻りました：予算EUR 100.00に対して支出EUR 95.00
          """)
  void aBudgetHasItsTitleInEveryLanguage(
      String language, String category, String spent, String title) {
    var about = category.isEmpty() ? null : category;

    assertThat(title(budget(about, spent, "100.00").locale(language))).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; ''   ; 110.00; 'From Sun 1 Nov 2026 to Mon 30 Nov 2026 you have spent EUR 110.00, EUR 10.00 more than your budget of EUR 100.00.'
          en; ''   ; 95.00 ; 'From Sun 1 Nov 2026 to Mon 30 Nov 2026 it is now EUR 95.00 that you have spent, within your budget of EUR 100.00 again: EUR 5.00 is left.'
          en; music; 95.00 ; 'From Sun 1 Nov 2026 to Mon 30 Nov 2026 it is now EUR 95.00 that you have spent on music, within your budget of EUR 100.00 again: EUR 5.00 is left.'
          de; ''   ; 110.00; 'Vom So. 1. Nov. 2026 bis Mo. 30. Nov. 2026 hast du 110,00 EUR ausgegeben, 10,00 EUR mehr als dein Budget von 100,00 EUR.'
          de; music; 95.00 ; 'Vom So. 1. Nov. 2026 bis Mo. 30. Nov. 2026 hast du nun 95,00 EUR für music ausgegeben und liegst wieder in deinem Budget von 100,00 EUR: 5,00 EUR sind noch frei.'
          fr; music; 110.00; 'Du dim. 1 nov. 2026 au lun. 30 nov. 2026, vous avez dépensé 110,00 EUR pour music, soit 10,00 EUR de plus que votre budget de 100,00 EUR.'
          fr; ''   ; 95.00 ; 'Du dim. 1 nov. 2026 au lun. 30 nov. 2026, vos dépenses s''élèvent désormais à 95,00 EUR : vous respectez de nouveau votre budget de 100,00 EUR, il vous reste 5,00 EUR.'
          ja; music; 110.00; '2026年11月1日(日)から2026年11月30日(月)までのmusicの支出はEUR 110.00で、予算のEUR 100.00をEUR 10.00超えています。'
          ja; ''   ; 95.00 ; '2026年11月1日(日)から2026年11月30日(月)までの支出はEUR 95.00になり、予算のEUR 100.00以内に戻りました。残りはEUR 5.00です。'
          """)
  void aBudgetSaysHowFarItIs(String language, String category, String spent, String text) {
    var about = category.isEmpty() ? null : category;

    assertThat(text(budget(about, spent, "100.00").locale(language))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; digest.weekly ; 2; Week of Mon 2 Nov 2026: 2 charges, EUR 92.99
          en; digest.weekly ; 1; Week of Mon 2 Nov 2026: 1 charge, EUR 12.99
          en; digest.weekly ; 0; Week of Mon 2 Nov 2026: nothing is due
          en; digest.monthly; 2; Mon 2 Nov 2026 to Sun 8 Nov 2026: 2 charges, EUR 92.99
          en; digest.monthly; 0; Mon 2 Nov 2026 to Sun 8 Nov 2026: nothing is due
          de; digest.weekly ; 2; Woche ab Mo. 2. Nov. 2026: 2 Zahlungen fällig, 92,99 EUR
          de; digest.monthly; 1; Mo. 2. Nov. 2026 bis So. 8. Nov. 2026: 1 Zahlung fällig, 12,99 EUR
          fr; digest.weekly ; 2; Semaine du lun. 2 nov. 2026 : 2 échéances, 92,99 EUR
          fr; digest.monthly; 0; Du lun. 2 nov. 2026 au dim. 8 nov. 2026 : rien à payer
          ja; digest.weekly ; 2; 2026年11月2日(月)からの1週間：支払い予定2件、EUR 92.99
          ja; digest.monthly; 1; 2026年11月2日(月)から2026年11月8日(日)まで：支払い予定1件、EUR 12.99
          """)
  void aDigestHasItsTitleInEveryLanguage(String language, String type, int charges, String title) {
    assertThat(title(digest(type, charges).locale(language))).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; digest.weekly ; 2; 0; '2 charges are due from Mon 2 Nov 2026 to Sun 8 Nov 2026: EUR 92.99 in all. In detail: Mon 2 Nov 2026, Netflix: EUR 12.99; Thu 5 Nov 2026, Power: EUR 80.00 (estimated). In the week before you spent EUR 23.98 + JPY 700.'
          en; digest.weekly ; 0; 3; 'Nothing is due from Mon 2 Nov 2026 to Sun 8 Nov 2026. In the week before you have spent EUR 23.98 + JPY 700 so far.'
          en; digest.monthly; 1; 0; 'One charge is due from Mon 2 Nov 2026 to Sun 8 Nov 2026: EUR 12.99. In detail: Mon 2 Nov 2026, Netflix: EUR 12.99. In the period before you spent EUR 23.98 + JPY 700.'
          de; digest.monthly; 2; 3; 'Vom Mo. 2. Nov. 2026 bis So. 8. Nov. 2026 sind 2 Zahlungen fällig: zusammen 92,99 EUR. Im Einzelnen: Mo. 2. Nov. 2026, Netflix: 12,99 EUR; Do. 5. Nov. 2026, Power: 80,00 EUR (geschätzt). Im Zeitraum davor hast du bisher 23,98 EUR + 700 JPY ausgegeben.'
          fr; digest.weekly ; 1; 0; 'Du lun. 2 nov. 2026 au dim. 8 nov. 2026, une échéance est à payer : 12,99 EUR. Détail : lun. 2 nov. 2026, Netflix : 12,99 EUR. La semaine précédente, vous avez dépensé 23,98 EUR + 700 JPY.'
          ja; digest.weekly ; 2; 0; '2026年11月2日(月)から2026年11月8日(日)までの支払い予定は2件、合計EUR 92.99です。内訳：2026年11月2日(月) Netflix：EUR 12.99、2026年11月5日(木) Power：EUR 80.00（見込み）。その前の1週間の支出はEUR 23.98 + JPY 700でした。'
          """)
  void aDigestSaysWhatIsDueAndWhatWasSpent(
      String language, String type, int charges, int daysLeft, String text) {
    assertThat(text(digest(type, charges).daysLeft(daysLeft).locale(language))).isEqualTo(text);
  }

  @Test
  void whereNothingWasSpentNothingIsSaidOfIt() {
    var week = new Period(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 9));
    var content =
        new Digest(
            week,
            List.of(charge("Netflix", "2026-11-02", "12.99", false)),
            1,
            List.of(Money.of("12.99", "EUR")),
            List.of());
    var notices = Notices.notice().type("digest.weekly").about(new AlertContent.OfDigest(content));

    assertThat(text(notices))
        .isEqualTo(
            "One charge is due from Mon 2 Nov 2026 to Sun 8 Nov 2026: EUR 12.99."
                + " In detail: Mon 2 Nov 2026, Netflix: EUR 12.99.");
    assertThat(Wording.in(notices.build().locale()).facts(notices.build())).hasSize(2);
  }

  @Test
  void whatIsNotListedIsCounted() {
    var one = List.of(charge("Netflix", "2026-11-02", "12.99", false));
    var notices = Notices.digest("digest.weekly", "2026-11-02", "2026-11-09", one, 1_200);

    assertThat(text(notices)).contains("Netflix: EUR 12.99; 1,200 more. In the week before");
  }

  @Test
  void whatUsersWroteIsNeverReadAsAPatternOrALine() {
    assertThat(title(budget("{0}\r\n'x", "110.00", "100.00")))
        .startsWith("Over budget for {0} 'x: EUR 110.00");
  }

  private static Notices digest(String type, int charges) {
    var both =
        List.of(
            charge("Netflix", "2026-11-02", "12.99", false),
            charge("Power", "2026-11-05", "80.00", true));
    return Notices.digest(type, "2026-11-02", "2026-11-09", both.subList(0, charges), 0);
  }

  private static String title(Notices notices) {
    var alert = notices.build();
    return plain(Wording.in(alert.locale()).title(alert));
  }

  private static String text(Notices notices) {
    var alert = notices.build();
    return plain(Wording.in(alert.locale()).text(alert));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
