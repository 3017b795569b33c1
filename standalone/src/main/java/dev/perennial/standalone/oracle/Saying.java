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

  private record Words(String days, String tomorrow, String today) {}

  private static final Words ENGLISH = new Words("in %d days", "tomorrow", "today");
  private static final Map<String, Words> WORDS =
      Map.of(
          "en",
          ENGLISH,
          "de",
          new Words("in %d Tagen", "morgen", "heute"),
          "fr",
          new Words("dans %d jours", "demain", "aujourd'hui"),
          "ja",
          new Words("%d日後", "明日", "本日"));

  static Saying subject(Alert alert) {
    boolean saysWhen =
        switch (alert.type()) {
          case RENEWAL_UPCOMING -> true;
          // How they say today and tomorrow differs from type to type.
          case TRIAL_ENDING, CANCELLATION_DEADLINE -> alert.daysLeft() >= 2;
          case PRICE_CHANGED, PAYMENT_FAILED, SUBSCRIPTION_ENDED -> false;
        };
    return saysWhen
        ? of(alert.name(), alert.daysLeft(), amount(alert), alert.subscription().owner().locale)
        : ofAnyDay(alert);
  }

  static Saying text(Alert alert) {
    return alert.type() == AlertType.RENEWAL_UPCOMING ? subject(alert) : ofAnyDay(alert);
  }

  private static Saying ofAnyDay(Alert alert) {
    return new Saying(alert.name(), "", digits(amount(alert).toPlainString()));
  }

  private static BigDecimal amount(Alert alert) {
    return (BigDecimal) Json.member(alert.occasion().amount(), "value");
  }

  static Saying of(String name, int daysLeft, BigDecimal amount, @Nullable String locale) {
    String language = locale == null ? "en" : Locale.forLanguageTag(locale).getLanguage();
    Words words = WORDS.getOrDefault(language, ENGLISH);
    String when =
        switch (daysLeft) {
          case 0 -> words.today();
          case 1 -> words.tomorrow();
          default -> words.days().formatted(daysLeft);
        };
    return new Saying(name, when, digits(amount.toPlainString()));
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
