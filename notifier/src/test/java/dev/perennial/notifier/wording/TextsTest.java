package dev.perennial.notifier.wording;

import static dev.perennial.notifier.Notices.complete;
import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.CollectionMode;
import dev.perennial.notifier.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a subscriber reads below the title. */
class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          renewal.upcoming     ; en; AUTO  ; EUR 12.99 will be charged for Netflix on Mon 30 Nov 2026. If you do not want to renew, cancel before then.
          renewal.upcoming     ; en; MANUAL; 'Please pay EUR 12.99 for Netflix by Mon 30 Nov 2026. You pay it yourself: nothing is charged automatically.'
          trial.ending         ; en; AUTO  ; The trial of Netflix ends on Mon 30 Nov 2026, and EUR 12.99 will be charged that day. If you do not want to go on, cancel before it is charged.
          trial.ending         ; en; MANUAL; The trial of Netflix ends on Mon 30 Nov 2026, and EUR 12.99 is due that day. You pay it yourself: nothing is charged automatically.
          cancellation.deadline; en; AUTO  ; The last day to cancel Netflix is Mon 30 Nov 2026. Cancelling by then avoids EUR 12.99, which will otherwise be charged on Mon 28 Dec 2026.
          cancellation.deadline; en; MANUAL; The last day to cancel Netflix is Mon 30 Nov 2026. Cancelling by then avoids EUR 12.99, which you will otherwise have to pay on Mon 28 Dec 2026.
          price.changed        ; en; AUTO  ; From Mon 30 Nov 2026 Netflix costs EUR 12.99 instead of EUR 9.99: EUR 3.00 more per charge. If you do not want to pay that, cancel in time.
          price.changed        ; en; MANUAL; From Mon 30 Nov 2026 Netflix costs EUR 12.99 instead of EUR 9.99: EUR 3.00 more per payment. You pay it yourself: adjust a standing order, or cancel if you do not want to pay that.
          payment.failed       ; en; AUTO  ; On Mon 30 Nov 2026 a payment of EUR 12.99 for Netflix failed, and nothing was paid. Check the payment method you gave the vendor.
          payment.failed       ; en; MANUAL; On Mon 30 Nov 2026 your payment of EUR 12.99 for Netflix failed, and nothing was paid. You pay it yourself: please pay again.
          subscription.ended   ; en; AUTO  ; 'Netflix ended on Mon 30 Nov 2026; since then nothing is due any more. If you are still charged for it, ask the vendor.'
          subscription.ended   ; en; MANUAL; 'Netflix ended on Mon 30 Nov 2026; since then nothing is due any more. You paid it yourself: end a standing order if you have one.'
          renewal.upcoming     ; de; AUTO  ; Am Mo. 30. Nov. 2026 werden 12,99 EUR für Netflix abgebucht. Wenn du nicht verlängern willst, kündige vorher.
          renewal.upcoming     ; de; MANUAL; 'Bitte zahle 12,99 EUR für Netflix bis zum Mo. 30. Nov. 2026. Du zahlst selbst: Es wird nichts automatisch abgebucht.'
          trial.ending         ; de; AUTO  ; Der Probezeitraum von Netflix endet am Mo. 30. Nov. 2026, und an diesem Tag werden 12,99 EUR abgebucht. Wenn du nicht weitermachen willst, kündige vor der Abbuchung.
          trial.ending         ; de; MANUAL; Der Probezeitraum von Netflix endet am Mo. 30. Nov. 2026, und an diesem Tag sind 12,99 EUR fällig. Du zahlst selbst: Es wird nichts automatisch abgebucht.
          cancellation.deadline; de; AUTO  ; Du kannst Netflix noch bis einschließlich Mo. 30. Nov. 2026 kündigen. Damit vermeidest du, dass am Mo. 28. Dez. 2026 weitere 12,99 EUR abgebucht werden.
          cancellation.deadline; de; MANUAL; Du kannst Netflix noch bis einschließlich Mo. 30. Nov. 2026 kündigen. Damit vermeidest du, dass du am Mo. 28. Dez. 2026 weitere 12,99 EUR zahlen musst.
          price.changed        ; de; AUTO  ; Ab Mo. 30. Nov. 2026 kostet Netflix 12,99 EUR statt 9,99 EUR: je Abbuchung 3,00 EUR mehr. Wenn du das nicht zahlen willst, kündige rechtzeitig.
          price.changed        ; de; MANUAL; Ab Mo. 30. Nov. 2026 kostet Netflix 12,99 EUR statt 9,99 EUR: je Zahlung 3,00 EUR mehr. Du zahlst selbst: Passe einen Dauerauftrag an, oder kündige, wenn du das nicht zahlen willst.
          payment.failed       ; de; AUTO  ; 'Am Mo. 30. Nov. 2026 ist eine Zahlung von 12,99 EUR für Netflix fehlgeschlagen; bezahlt wurde nichts. Prüfe das Zahlungsmittel, das du beim Anbieter hinterlegt hast.'
          payment.failed       ; de; MANUAL; 'Am Mo. 30. Nov. 2026 ist deine Zahlung von 12,99 EUR für Netflix fehlgeschlagen; bezahlt wurde nichts. Du zahlst selbst: Bitte zahle noch einmal.'
          subscription.ended   ; de; AUTO  ; 'Netflix endete am Mo. 30. Nov. 2026; seither ist nichts mehr fällig. Wird trotzdem noch etwas abgebucht, wende dich an den Anbieter.'
          subscription.ended   ; de; MANUAL; 'Netflix endete am Mo. 30. Nov. 2026; seither ist nichts mehr fällig. Du hast selbst gezahlt: Beende einen Dauerauftrag, falls du einen hast.'
          renewal.upcoming     ; fr; AUTO  ; 12,99 EUR seront prélevés pour Netflix le lun. 30 nov. 2026. Si vous ne souhaitez pas renouveler, résiliez avant cette date.
          renewal.upcoming     ; fr; MANUAL; 'Veuillez payer 12,99 EUR pour Netflix au plus tard le lun. 30 nov. 2026. Vous payez vous-même : rien n''est prélevé automatiquement.'
          trial.ending         ; fr; AUTO  ; 'La période d''essai pour Netflix se termine le lun. 30 nov. 2026 et un montant de 12,99 EUR sera prélevé ce jour-là. Si vous ne souhaitez pas continuer, résiliez avant le prélèvement.'
          trial.ending         ; fr; MANUAL; 'La période d''essai pour Netflix se termine le lun. 30 nov. 2026 et un montant de 12,99 EUR sera à payer ce jour-là. Vous payez vous-même : rien n''est prélevé automatiquement.'
          cancellation.deadline; fr; AUTO  ; 'Vous pouvez encore résilier Netflix jusqu''au lun. 30 nov. 2026 inclus. Vous évitez ainsi un prélèvement de 12,99 EUR le lun. 28 déc. 2026.'
          cancellation.deadline; fr; MANUAL; 'Vous pouvez encore résilier Netflix jusqu''au lun. 30 nov. 2026 inclus. Vous évitez ainsi un paiement de 12,99 EUR à effectuer le lun. 28 déc. 2026.'
          price.changed        ; fr; AUTO  ; À partir du lun. 30 nov. 2026, Netflix coûte 12,99 EUR au lieu de 9,99 EUR, soit 3,00 EUR de plus par prélèvement. Si vous ne souhaitez pas payer ce prix, résiliez à temps.
          price.changed        ; fr; MANUAL; À partir du lun. 30 nov. 2026, Netflix coûte 12,99 EUR au lieu de 9,99 EUR, soit 3,00 EUR de plus par paiement. Vous payez vous-même : adaptez votre éventuel virement permanent, ou résiliez si vous ne souhaitez pas payer ce prix.
          payment.failed       ; fr; AUTO  ; 'Le lun. 30 nov. 2026, un paiement de 12,99 EUR pour Netflix a échoué : rien n''a été payé. Vérifiez le moyen de paiement enregistré chez le fournisseur.'
          payment.failed       ; fr; MANUAL; 'Le lun. 30 nov. 2026, votre paiement de 12,99 EUR pour Netflix a échoué : rien n''a été payé. Vous payez vous-même : veuillez effectuer à nouveau le paiement.'
          subscription.ended   ; fr; AUTO  ; 'Netflix a pris fin le lun. 30 nov. 2026 ; depuis, plus rien n''est dû. Si un prélèvement a encore lieu, adressez-vous au fournisseur.'
          subscription.ended   ; fr; MANUAL; 'Netflix a pris fin le lun. 30 nov. 2026 ; depuis, plus rien n''est dû. Vous payiez vous-même : supprimez votre éventuel virement permanent.'
          renewal.upcoming     ; ja; AUTO  ; 2026年11月30日(月)にNetflixの料金EUR 12.99が請求されます。更新しない場合は、それまでに解約してください。
          renewal.upcoming     ; ja; MANUAL; 2026年11月30日(月)までにNetflixの料金EUR 12.99をお支払いください。自動では引き落とされません。
          trial.ending         ; ja; AUTO  ; Netflixのお試し期間は2026年11月30日(月)に終了し、同日にEUR 12.99が請求されます。継続しない場合は、請求される前に解約してください。
          trial.ending         ; ja; MANUAL; Netflixのお試し期間は2026年11月30日(月)に終了し、同日がEUR 12.99の支払期日です。自動では引き落とされません。
          cancellation.deadline; ja; AUTO  ; Netflixは2026年11月30日(月)まで解約できます。それまでに解約すれば、2026年12月28日(月)にEUR 12.99は請求されません。
          cancellation.deadline; ja; MANUAL; Netflixは2026年11月30日(月)まで解約できます。それまでに解約すれば、2026年12月28日(月)にEUR 12.99を支払う必要はありません。
          price.changed        ; ja; AUTO  ; Netflixの料金は2026年11月30日(月)からEUR 12.99です（これまではEUR 9.99）。1回の請求につきEUR 3.00高くなります。継続しない場合は、早めに解約してください。
          price.changed        ; ja; MANUAL; Netflixの料金は2026年11月30日(月)からEUR 12.99です（これまではEUR 9.99）。1回の支払いにつきEUR 3.00高くなります。自動では引き落とされないため、定期振込の金額を変更するか、継続しない場合は解約してください。
          payment.failed       ; ja; AUTO  ; 2026年11月30日(月)にNetflixの料金EUR 12.99の支払いに失敗し、支払いは行われていません。提供元に登録した支払い方法をご確認ください。
          payment.failed       ; ja; MANUAL; 2026年11月30日(月)にNetflixの料金EUR 12.99の支払いに失敗し、支払いは行われていません。自動では引き落とされないため、もう一度お支払いください。
          subscription.ended   ; ja; AUTO  ; Netflixは2026年11月30日(月)に終了し、それ以降の支払いはありません。引き続き請求される場合は、提供元にお問い合わせください。
          subscription.ended   ; ja; MANUAL; Netflixは2026年11月30日(月)に終了し、それ以降の支払いはありません。定期振込をご利用の場合は、停止してください。
          """)
  void everyTypeHasItsTextInEveryLanguage(
      String type, String language, CollectionMode collection, String text) {
    assertThat(text(complete(type).locale(language).collected(collection))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; EUR 12.99 instead of EUR 15.99: EUR 3.00 less per charge
          de; 12,99 EUR statt 15,99 EUR: je Abbuchung 3,00 EUR weniger
          fr; 12,99 EUR au lieu de 15,99 EUR, soit 3,00 EUR de moins par prélèvement
          ja; EUR 12.99です（これまではEUR 15.99）。1回の請求につきEUR 3.00安くなります
          """)
  void aPriceThatFallsIsSaidToFall(String language, String said) {
    assertThat(text(complete("price.changed").previously("15.99", "EUR").locale(language)))
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; EUR 12.99 instead of USD 9.99. If
          de; 12,99 EUR statt 9,99 USD. Wenn
          fr; 12,99 EUR au lieu de 9,99 USD. Si
          ja; EUR 12.99です（これまではUSD 9.99）。継続
          """)
  void amountsOfTwoCurrenciesHaveNoDifference(String language, String said) {
    assertThat(text(complete("price.changed").previously("9.99", "USD").locale(language)))
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; Netflix stays at EUR 12.99, on other terms from Mon 30 Nov 2026; the amount agreed is still EUR 12.99
          de; Netflix kostet weiterhin 12,99 EUR, ab Mo. 30. Nov. 2026 zu anderen Bedingungen; vereinbart sind weiterhin 12,99 EUR
          fr; Netflix reste à 12,99 EUR, à d'autres conditions à partir du lun. 30 nov. 2026; le montant convenu reste de 12,99 EUR
          ja; Netflixの料金：2026年11月30日(月)から条件が変わり、金額はEUR 12.99のまま; 金額はEUR 12.99のままです
          """)
  void aPriceThatOnlyBecomesVariableIsNotSaidToRise(String language, String title, String said) {
    var notices = complete("price.changed").previously("12.99", "EUR").locale(language);

    assertThat(title(notices)).isEqualTo(title);
    assertThat(text(notices)).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          payment.missing   ; en; AUTO  ; 'EUR 12.99 for Netflix was due on Mon 30 Nov 2026, but no payment has been reported yet. Check that the payment method you gave the vendor still works; if it was charged after all, there is nothing you need to do.'
          payment.unexpected; en; AUTO  ; 'On Mon 30 Nov 2026 EUR 12.99 was charged for Netflix, which does not match what was due: EUR 10.99 in all. If you cannot explain the difference, ask the vendor.'
          payment.unexpected; en; MANUAL; 'On Mon 30 Nov 2026 you paid EUR 12.99 for Netflix, which does not match what was due: EUR 10.99 in all. If that was not intended, settle the difference with the vendor.'
          payment.duplicate ; en; AUTO  ; 'On Mon 30 Nov 2026 EUR 12.99 was charged for Netflix once more: the same due date had already been paid. Ask the vendor to pay it back.'
          payment.duplicate ; en; MANUAL; 'On Mon 30 Nov 2026 you paid EUR 12.99 for Netflix once more: the same due date had already been paid. Ask the vendor to pay it back, or to count it towards the next charge.'
          payment.missing   ; de; AUTO  ; 'Am Mo. 30. Nov. 2026 waren 12,99 EUR für Netflix fällig; eine Zahlung ist noch nicht gemeldet. Prüfe, ob das Zahlungsmittel noch gilt, das du beim Anbieter hinterlegt hast. Wurde doch abgebucht, musst du nichts tun.'
          payment.unexpected; de; AUTO  ; 'Am Mo. 30. Nov. 2026 wurden 12,99 EUR für Netflix abgebucht. Das passt nicht zu dem, was fällig war: insgesamt 10,99 EUR. Wenn du dir den Unterschied nicht erklären kannst, frage beim Anbieter nach.'
          payment.unexpected; de; MANUAL; 'Am Mo. 30. Nov. 2026 hast du 12,99 EUR für Netflix gezahlt. Das passt nicht zu dem, was fällig war: insgesamt 10,99 EUR. Wenn das nicht beabsichtigt war, kläre den Unterschied mit dem Anbieter.'
          payment.duplicate ; de; AUTO  ; 'Am Mo. 30. Nov. 2026 wurden 12,99 EUR für Netflix noch einmal abgebucht: Derselbe Termin war schon bezahlt. Bitte den Anbieter um Rückzahlung.'
          payment.duplicate ; de; MANUAL; 'Am Mo. 30. Nov. 2026 hast du 12,99 EUR für Netflix noch einmal gezahlt: Derselbe Termin war schon bezahlt. Bitte den Anbieter, den Betrag zurückzuzahlen oder auf den nächsten Termin anzurechnen.'
          payment.missing   ; fr; AUTO  ; '12,99 EUR devaient être prélevés pour Netflix le lun. 30 nov. 2026, mais aucun paiement n''a encore été signalé. Vérifiez que le moyen de paiement enregistré chez le fournisseur est toujours valable ; si le prélèvement a bien eu lieu, vous n''avez rien à faire.'
          payment.unexpected; fr; AUTO  ; 'Le lun. 30 nov. 2026, 12,99 EUR ont été prélevés pour Netflix, ce qui ne correspond pas au montant dû : 10,99 EUR au total. Si vous ne vous expliquez pas cette différence, adressez-vous au fournisseur.'
          payment.unexpected; fr; MANUAL; 'Le lun. 30 nov. 2026, vous avez payé 12,99 EUR pour Netflix, ce qui ne correspond pas au montant dû : 10,99 EUR au total. Si ce n''était pas voulu, voyez avec le fournisseur comment régulariser la différence.'
          payment.duplicate ; fr; AUTO  ; 'Le lun. 30 nov. 2026, 12,99 EUR ont de nouveau été prélevés pour Netflix : cette échéance avait déjà été payée. Demandez un remboursement au fournisseur.'
          payment.duplicate ; fr; MANUAL; 'Le lun. 30 nov. 2026, vous avez de nouveau payé 12,99 EUR pour Netflix : cette échéance avait déjà été payée. Demandez au fournisseur un remboursement ou une déduction sur la prochaine échéance.'
          payment.missing   ; ja; AUTO  ; 'Netflixの料金EUR 12.99の期日は2026年11月30日(月)でしたが、支払いはまだ確認できていません。提供元に登録した支払い方法が有効かご確認ください。すでに請求されている場合、お手続きは不要です。'
          payment.unexpected; ja; AUTO  ; '2026年11月30日(月)にNetflixの料金としてEUR 12.99が請求されましたが、本来の金額（合計EUR 10.99）と一致しません。心当たりのない場合は、提供元にお問い合わせください。'
          payment.unexpected; ja; MANUAL; '2026年11月30日(月)にNetflixの料金として支払われたEUR 12.99は、本来の金額（合計EUR 10.99）と一致しません。意図したものでない場合は、差額について提供元にお問い合わせください。'
          payment.duplicate ; ja; AUTO  ; '2026年11月30日(月)にNetflixの料金EUR 12.99が再度請求されましたが、同じ期日の分はすでに支払われています。提供元に返金を依頼してください。'
          payment.duplicate ; ja; MANUAL; '2026年11月30日(月)にNetflixの料金EUR 12.99が再度支払われましたが、同じ期日の分はすでに支払われています。提供元に返金または次回分への充当を依頼してください。'
          """)
  void shouldSayOfPaymentsThatAreOffWhatToDo(
      String type, String language, CollectionMode collection, String text) {
    assertThat(text(complete(type).locale(language).collected(collection))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; AUTO  ; 'Netflix: EUR 12.99 was paid although nothing was due'; 'On Mon 30 Nov 2026 EUR 12.99 was charged for Netflix, although nothing was due: the subscription was paused or had ended. If you did not expect that, ask the vendor to pay it back.'
          en; MANUAL; 'Netflix: EUR 12.99 was paid although nothing was due'; 'On Mon 30 Nov 2026 you paid EUR 12.99 for Netflix, although nothing was due: the subscription was paused or had ended. If that was not intended, ask the vendor to pay it back, and end a standing order if you have one.'
          de; AUTO  ; 'Netflix: 12,99 EUR wurden gezahlt, obwohl nichts fällig war'; 'Am Mo. 30. Nov. 2026 wurden 12,99 EUR für Netflix abgebucht, obwohl nichts fällig war: Das Abo war pausiert oder beendet. Wenn du damit nicht gerechnet hast, bitte den Anbieter um Rückzahlung.'
          de; MANUAL; 'Netflix: 12,99 EUR wurden gezahlt, obwohl nichts fällig war'; 'Am Mo. 30. Nov. 2026 hast du 12,99 EUR für Netflix gezahlt, obwohl nichts fällig war: Das Abo war pausiert oder beendet. Wenn das nicht beabsichtigt war, bitte den Anbieter um Rückzahlung, und beende einen Dauerauftrag, falls du einen hast.'
          fr; AUTO  ; 'Netflix : 12,99 EUR payés alors que rien n''était dû'; 'Le lun. 30 nov. 2026, 12,99 EUR ont été prélevés pour Netflix alors que rien n''était dû : l''abonnement était suspendu ou avait pris fin. Si vous ne vous y attendiez pas, demandez un remboursement au fournisseur.'
          fr; MANUAL; 'Netflix : 12,99 EUR payés alors que rien n''était dû'; 'Le lun. 30 nov. 2026, vous avez payé 12,99 EUR pour Netflix alors que rien n''était dû : l''abonnement était suspendu ou avait pris fin. Si ce n''était pas voulu, demandez un remboursement au fournisseur et supprimez votre éventuel virement permanent.'
          ja; AUTO  ; 'Netflix：支払う予定のない時期にEUR 12.99の支払いがありました'; '2026年11月30日(月)にNetflixの料金としてEUR 12.99が請求されましたが、サブスクリプションは一時停止中か終了済みで、支払いの予定はありませんでした。心当たりのない場合は、提供元に返金を依頼してください。'
          ja; MANUAL; 'Netflix：支払う予定のない時期にEUR 12.99の支払いがありました'; '2026年11月30日(月)にNetflixの料金としてEUR 12.99が支払われましたが、サブスクリプションは一時停止中か終了済みで、支払いの予定はありませんでした。意図したものでない場合は、提供元に返金を依頼してください。定期振込をご利用の場合は、停止してください。'
          """)
  void shouldSayThatMoneyMovedWhenNothingWasDue(
      String language, CollectionMode collection, String title, String text) {
    var notices =
        notice().type("payment.unexpected").payment("pay-7").locale(language).collected(collection);

    assertThat(title(notices)).isEqualTo(title);
    assertThat(text(notices)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en;  7; 'Netflix is due in 7 days: pay EUR 12.99 by Mon 30 Nov 2026'; 'Please pay EUR 12.99 for Netflix by Mon 30 Nov 2026. You pay it yourself: nothing is charged automatically.'
          en;  1; 'Netflix is due tomorrow: pay EUR 12.99 by Mon 30 Nov 2026'; 'Please pay EUR 12.99 for Netflix by Mon 30 Nov 2026. You pay it yourself: nothing is charged automatically.'
          en;  0; 'Netflix is due today: pay EUR 12.99 by Mon 30 Nov 2026'; 'EUR 12.99 for Netflix is due today, Mon 30 Nov 2026. You pay it yourself: nothing is charged automatically.'
          en; -1; 'Netflix was due on Mon 30 Nov 2026: EUR 12.99'; 'EUR 12.99 for Netflix was due on Mon 30 Nov 2026. If you have paid it already, there is nothing you need to do; if not, please pay it now.'
          en; -4; 'Netflix was due on Mon 30 Nov 2026: EUR 12.99'; 'EUR 12.99 for Netflix was due on Mon 30 Nov 2026. If you have paid it already, there is nothing you need to do; if not, please pay it now.'
          de;  7; 'Netflix ist in 7 Tagen fällig: 12,99 EUR bis zum Mo. 30. Nov. 2026 zahlen'; 'Bitte zahle 12,99 EUR für Netflix bis zum Mo. 30. Nov. 2026. Du zahlst selbst: Es wird nichts automatisch abgebucht.'
          de;  1; 'Netflix ist morgen fällig: 12,99 EUR bis zum Mo. 30. Nov. 2026 zahlen'; 'Bitte zahle 12,99 EUR für Netflix bis zum Mo. 30. Nov. 2026. Du zahlst selbst: Es wird nichts automatisch abgebucht.'
          de;  0; 'Netflix ist heute fällig: 12,99 EUR am Mo. 30. Nov. 2026 zahlen'; 'Heute, Mo. 30. Nov. 2026, sind 12,99 EUR für Netflix fällig. Du zahlst selbst: Es wird nichts automatisch abgebucht.'
          de; -1; 'Netflix war am Mo. 30. Nov. 2026 fällig: 12,99 EUR'; 'Am Mo. 30. Nov. 2026 waren 12,99 EUR für Netflix fällig. Wenn du schon gezahlt hast, musst du nichts tun; sonst zahle bitte jetzt.'
          de; -4; 'Netflix war am Mo. 30. Nov. 2026 fällig: 12,99 EUR'; 'Am Mo. 30. Nov. 2026 waren 12,99 EUR für Netflix fällig. Wenn du schon gezahlt hast, musst du nichts tun; sonst zahle bitte jetzt.'
          fr;  7; 'Netflix est à payer dans 7 jours : 12,99 EUR au plus tard le lun. 30 nov. 2026'; 'Veuillez payer 12,99 EUR pour Netflix au plus tard le lun. 30 nov. 2026. Vous payez vous-même : rien n''est prélevé automatiquement.'
          fr;  1; 'Netflix est à payer demain : 12,99 EUR au plus tard le lun. 30 nov. 2026'; 'Veuillez payer 12,99 EUR pour Netflix au plus tard le lun. 30 nov. 2026. Vous payez vous-même : rien n''est prélevé automatiquement.'
          fr;  0; 'Netflix est à payer aujourd''hui : 12,99 EUR le lun. 30 nov. 2026'; '12,99 EUR sont à payer pour Netflix aujourd''hui, lun. 30 nov. 2026. Vous payez vous-même : rien n''est prélevé automatiquement.'
          fr; -1; 'Netflix était à payer le lun. 30 nov. 2026 : 12,99 EUR'; '12,99 EUR étaient à payer pour Netflix le lun. 30 nov. 2026. Si vous avez déjà payé, vous n''avez rien à faire ; sinon, veuillez payer maintenant.'
          fr; -4; 'Netflix était à payer le lun. 30 nov. 2026 : 12,99 EUR'; '12,99 EUR étaient à payer pour Netflix le lun. 30 nov. 2026. Si vous avez déjà payé, vous n''avez rien à faire ; sinon, veuillez payer maintenant.'
          ja;  7; 'Netflixの支払期日は7日後です：2026年11月30日(月)までにEUR 12.99'; '2026年11月30日(月)までにNetflixの料金EUR 12.99をお支払いください。自動では引き落とされません。'
          ja;  1; 'Netflixの支払期日は明日です：2026年11月30日(月)までにEUR 12.99'; '2026年11月30日(月)までにNetflixの料金EUR 12.99をお支払いください。自動では引き落とされません。'
          ja;  0; 'Netflixの支払期日は本日です：2026年11月30日(月)、EUR 12.99'; '本日、2026年11月30日(月)がNetflixの料金EUR 12.99の支払期日です。自動では引き落とされません。'
          ja; -1; 'Netflixの支払期日は2026年11月30日(月)でした：EUR 12.99'; 'Netflixの料金EUR 12.99の支払期日は2026年11月30日(月)でした。すでにお支払い済みの場合、お手続きは不要です。まだの場合は、お支払いください。'
          ja; -4; 'Netflixの支払期日は2026年11月30日(月)でした：EUR 12.99'; 'Netflixの料金EUR 12.99の支払期日は2026年11月30日(月)でした。すでにお支払い済みの場合、お手続きは不要です。まだの場合は、お支払いください。'
          """)
  void shouldSayByWhenToPayWhatIsPaidByHand(String language, int lead, String title, String text) {
    var notices = notice().lead(lead).locale(language).collected(CollectionMode.MANUAL);

    assertThat(title(notices)).isEqualTo(title);
    assertThat(text(notices)).isEqualTo(text);
  }

  /** Caught up on the day itself, the week that was meant is over, but nothing is overdue. */
  @Test
  void shouldNotCallOverdueWhatIsCaughtUpOnItsDay() {
    var notices = notice().lead(7).daysLeft(0).collected(CollectionMode.MANUAL);

    assertThat(title(notices)).startsWith("Netflix is due today");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; A notice about Netflix: EUR 12.99, Mon 30 Nov 2026; This notice about Netflix concerns EUR 12.99 and Mon 30 Nov 2026. Please look at the subscription for the details.
          de; Ein Hinweis zu Netflix: 12,99 EUR, Mo. 30. Nov. 2026; Dieser Hinweis zu Netflix betrifft 12,99 EUR und den Mo. 30. Nov. 2026. Bitte sieh beim Abo nach, worum es geht.
          fr; Information sur Netflix : 12,99 EUR, lun. 30 nov. 2026; Cette information sur Netflix concerne 12,99 EUR et la date du lun. 30 nov. 2026. Consultez l'abonnement pour en savoir plus.
          ja; Netflixに関するお知らせ：2026年11月30日(月)、EUR 12.99; Netflixに関するお知らせです（2026年11月30日(月)、EUR 12.99）。詳しくはサブスクリプションをご確認ください。
          """)
  void aTypeOfALaterReleaseIsToldInWordsThatFitAnything(
      String language, String title, String text) {
    var notices = complete("budget.exceeded").locale(language);

    assertThat(title(notices)).isEqualTo(title);
    assertThat(text(notices)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"price.changed", "cancellation.deadline", "other", ""})
  void anAlertWithoutWhatItsWordsNeedIsToldInWordsThatFitAnything(String type) {
    assertThat(title(notice().type(type))).startsWith("A notice about Netflix");
  }

  @Test
  void aLanguageThatIsNotSpokenIsToldInEnglish() {
    assertThat(text(complete("payment.failed").locale("sv-SE"))).contains("nothing was paid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "renewal.upcoming",
        "trial.ending",
        "cancellation.deadline",
        "price.changed",
        "payment.failed",
        "payment.missing",
        "payment.unexpected",
        "payment.duplicate",
        "subscription.ended",
        "later"
      })
  void aNameStaysOnOneLineAndIsNeverReadAsAPattern(String type) {
    for (var language : new String[] {"en", "de", "fr", "ja"}) {
      var notices = complete(type).named("{2}\r\nBcc: '{x'").locale(language);

      assertThat(title(notices)).contains("{2} Bcc: '{x'");
      assertThat(text(notices)).contains("{2} Bcc: '{x'");
    }
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
