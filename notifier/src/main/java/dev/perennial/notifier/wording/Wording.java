package dev.perennial.notifier.wording;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.Money;
import dev.perennial.domain.period.Period;
import dev.perennial.notifier.ledger.Notice;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

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
    return words(notice).title();
  }

  /** A sentence or two: what happens, what it costs, and what the subscriber can do. */
  public String text(Notice notice) {
    return words(notice).text();
  }

  /** What stands above the message's table: all but what the table says by itself. */
  public String intro(Notice notice) {
    return words(notice).intro();
  }

  /** The lines of the message's table. */
  public List<Fact> facts(Notice notice) {
    return words(notice).facts();
  }

  /** Why the subscriber is told. */
  public String why(Notice notice) {
    return words(notice).why();
  }

  /** Where what the notice is about can be managed, as the upstream said it. */
  public @Nullable String url(Notice notice) {
    return words(notice).url();
  }

  /** A label of the template. */
  public String label(String key) {
    return texts.getString("label." + key);
  }

  private Words words(Notice notice) {
    return switch (notice.content()) {
      case AlertContent.OfSubscription subscription ->
          new SubscriptionWords(this, notice, subscription);
      case AlertContent.OfBudget budget -> new BudgetWords(this, budget);
      case AlertContent.OfDigest digest -> new DigestWords(this, notice, digest.digest());
    };
  }

  /** The bundle's first lines say which place has which argument. */
  String say(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(texts.getString("date"), locale).format(date);
  }

  String period(Period period) {
    return say("period", date(period.from()), date(period.lastDay()));
  }

  String number(int number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  String money(Money money) {
    return Amounts.format(money, locale);
  }

  /** "EUR +2.00". */
  String change(Money difference) {
    return Amounts.formatSigned(difference, locale);
  }

  static Money withoutSign(Money money) {
    return new Money(money.value().abs(), money.currency());
  }

  static String when(int daysLeft) {
    return switch (daysLeft) {
      case 0 -> ".today";
      case 1 -> ".tomorrow";
      default -> ".days";
    };
  }
}
