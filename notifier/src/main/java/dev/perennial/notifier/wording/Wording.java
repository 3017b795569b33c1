package dev.perennial.notifier.wording;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.notifier.ledger.Notice;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words for one locale. Where its language is not spoken here everything is English, numbers
 * included: a half-translated message reads worse than an English one.
 */
public final class Wording {

  private static final String BUNDLE = "dev.perennial.notifier.wording.messages";

  private final ResourceBundle texts;
  private final Locale locale;

  private Wording(ResourceBundle texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  public static Wording in(Locale wanted) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var texts = ResourceBundle.getBundle(BUNDLE, wanted, control);
    var spoken = texts.getString("language").equals(wanted.getLanguage());
    return new Wording(texts, spoken ? wanted : Locale.ENGLISH);
  }

  /** The locale that the words and numbers are really in. */
  public Locale locale() {
    return locale;
  }

  /** "Netflix renews in 7 days: EUR 12.99 on Mon 30 Nov 2026". */
  public String title(Notice notice) {
    var type = AlertType.of(notice);
    var title = type.key() + ".title";
    return switch (type) {
      case RENEWAL_UPCOMING -> say(title + Renewal.titleOf(notice), notice);
      case TRIAL_ENDING, CANCELLATION_DEADLINE -> say(title + when(notice.daysLeft()), notice);
      case PRICE_CHANGED ->
          say(PriceChange.of(notice) == PriceChange.SAME ? title + ".same" : title, notice);
      case PAYMENT_UNEXPECTED -> say(title + undue(notice), notice);
      case PAYMENT_FAILED, PAYMENT_MISSING, PAYMENT_DUPLICATE, SUBSCRIPTION_ENDED, OTHER ->
          say(title, notice);
    };
  }

  /** A sentence or two: what happens, what it costs, and what the subscriber can do. */
  public String text(Notice notice) {
    var type = AlertType.of(notice);
    var text = type.key() + ".text";
    var payer = notice.collection() == CollectionMode.MANUAL ? ".manual" : ".auto";
    return switch (type) {
      case RENEWAL_UPCOMING -> say(text + Renewal.textOf(notice), notice);
      case PAYMENT_UNEXPECTED -> say(text + undue(notice) + payer, notice);
      case TRIAL_ENDING,
          CANCELLATION_DEADLINE,
          PAYMENT_FAILED,
          PAYMENT_DUPLICATE,
          SUBSCRIPTION_ENDED ->
          say(text + payer, notice);
      case PRICE_CHANGED -> say(text + "." + PriceChange.of(notice).key() + payer, notice);
      case PAYMENT_MISSING, OTHER -> say(text, notice);
    };
  }

  /** A label of the template. */
  public String label(String key) {
    return texts.getString("label." + key);
  }

  /** The lines of the message's table. */
  public List<Fact> facts(Notice notice) {
    return Facts.of(notice, this);
  }

  String amount(Notice notice) {
    return money(notice.amount());
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(texts.getString("date"), locale).format(date);
  }

  /** The subscription's name on one line: it goes into a mail's subject. */
  String name(Notice notice) {
    return OneLine.of(notice.name());
  }

  /** The bundle's first lines say which place has which argument. */
  private String say(String key, Notice notice) {
    var format = new MessageFormat(texts.getString(key), locale);
    return format.format(
        new Object[] {
          name(notice),
          notice.daysLeft(),
          amount(notice),
          date(notice.dueOn()),
          notice.renewalOn() == null ? "" : date(notice.renewalOn()),
          notice.previousAmount() == null ? "" : money(notice.previousAmount()),
          PriceChange.difference(notice).map(Wording::withoutSign).map(this::money).orElse(""),
          notice.expectedAmount() == null ? "" : money(notice.expectedAmount())
        });
  }

  String money(Money money) {
    return Amounts.format(money, locale);
  }

  /** "EUR +2.00". */
  String change(Money difference) {
    return Amounts.formatSigned(difference, locale);
  }

  private static Money withoutSign(Money money) {
    return new Money(money.value().abs(), money.currency());
  }

  /** A payment that was not due at all, or one whose amount is off. */
  private static String undue(Notice notice) {
    return notice.expectedAmount() == null ? ".undue" : "";
  }

  static String when(int daysLeft) {
    return switch (daysLeft) {
      case 0 -> ".today";
      case 1 -> ".tomorrow";
      default -> ".days";
    };
  }
}
