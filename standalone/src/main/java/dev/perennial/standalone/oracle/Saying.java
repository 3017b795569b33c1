package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a message must say, whatever its wording: of what, how much and, where it is known how it is
 * said, in how many days. Amounts are looked for by their digits, since every language writes them
 * in its own way.
 *
 * @param when empty where every wording will do
 */
record Saying(String name, String when, String digits) implements Predicate<Object> {

  /**
   * @param left how a number of days reads, however the sentence around it begins
   */
  private record Words(String days, String tomorrow, String today, String left) {}

  private static final Words ENGLISH = new Words("in %d days", "tomorrow", "today", "%d days");
  private static final Map<String, Words> WORDS =
      Map.of(
          "en",
          ENGLISH,
          "de",
          new Words("in %d Tagen", "morgen", "heute", "%d Tagen"),
          "fr",
          new Words("dans %d jours", "demain", "aujourd'hui", "%d jours"),
          "ja",
          new Words("%d日後", "明日", "本日", "%d日"));

  static final Saying ANYTHING = new Saying("", "", "");

  static Saying subject(Alert alert) {
    // How they say today and tomorrow differs from type to type.
    boolean plural = alert.daysLeft() >= 2;
    return switch (alert.type()) {
      case RENEWAL_UPCOMING -> isOver(alert) ? ofAnyDay(alert) : inDays(alert);
      case TRIAL_ENDING -> plural ? inDays(alert) : ofAnyDay(alert);
      case CANCELLATION_DEADLINE -> plural ? daysLeft(alert) : ofAnyDay(alert);
      case PRICE_CHANGED,
          PAYMENT_FAILED,
          PAYMENT_MISSING,
          PAYMENT_UNEXPECTED,
          PAYMENT_DUPLICATE,
          SUBSCRIPTION_ENDED,
          BUDGET_EXCEEDED,
          BUDGET_RECOVERED,
          DIGEST_WEEKLY,
          DIGEST_MONTHLY ->
          ofAnyDay(alert);
    };
  }

  /** Overdue: no days are left, but it is not today. */
  private static boolean isOver(Alert alert) {
    return alert.turn().lead() < 0;
  }

  private static Saying inDays(Alert alert) {
    return of(alert.name(), alert.daysLeft(), amount(alert), locale(alert));
  }

  private static Saying daysLeft(Alert alert) {
    String left = words(locale(alert)).left().formatted(alert.daysLeft());
    return new Saying(alert.name(), left, digits(amount(alert).toPlainString()));
  }

  private static @Nullable String locale(Alert alert) {
    return alert.subscription().owner().locale;
  }

  static Saying text(Alert alert) {
    return alert.type() == AlertType.RENEWAL_UPCOMING ? subject(alert) : ofAnyDay(alert);
  }

  private static Saying ofAnyDay(Alert alert) {
    return of(alert.name(), amount(alert));
  }

  private static BigDecimal amount(Alert alert) {
    return (BigDecimal) Json.member(alert.occasion().amount(), "value");
  }

  /** Whatever the day. */
  static Saying of(String name, BigDecimal amount) {
    return new Saying(name, "", digits(amount.toPlainString()));
  }

  static Saying of(String name, int daysLeft, BigDecimal amount, @Nullable String locale) {
    Words words = words(locale);
    String when =
        switch (daysLeft) {
          case 0 -> words.today();
          case 1 -> words.tomorrow();
          default -> words.days().formatted(daysLeft);
        };
    return new Saying(name, when, digits(amount.toPlainString()));
  }

  private static Words words(@Nullable String locale) {
    String language = locale == null ? "en" : Locale.forLanguageTag(locale).getLanguage();
    return WORDS.getOrDefault(language, ENGLISH);
  }

  @Override
  public boolean test(Object found) {
    return found instanceof String text
        && text.contains(name)
        && text.contains(when)
        && digits(text).contains(digits);
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
