package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a message must say, whatever its wording: whose renewal, in how many days, how much. Amounts
 * are looked for by their digits, since every language writes them in its own way.
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
