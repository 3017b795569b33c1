package dev.perennial.notifier.wording;

import dev.perennial.domain.CollectionMode;
import dev.perennial.notifier.ledger.Notice;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
    return say(
        "title." + when(notice.daysLeft()),
        name(notice),
        notice.daysLeft(),
        amount(notice),
        date(notice.dueOn()));
  }

  /** One sentence on what will happen, or on what the subscriber has to do. */
  public String text(Notice notice) {
    var key = notice.collection() == CollectionMode.MANUAL ? "text.manual" : "text.auto";
    return say(key, name(notice), amount(notice), date(notice.dueOn()));
  }

  /** A label of the template. */
  public String label(String key) {
    return texts.getString("label." + key);
  }

  public String amount(Notice notice) {
    return Amounts.format(notice.amount(), locale);
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(texts.getString("date"), locale).format(date);
  }

  /** The subscription's name on one line: it goes into a mail's subject. */
  public String name(Notice notice) {
    return OneLine.of(notice.name());
  }

  private String say(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }

  private static String when(int daysLeft) {
    return switch (daysLeft) {
      case 0 -> "today";
      case 1 -> "tomorrow";
      default -> daysLeft < 0 ? "past" : "days";
    };
  }
}
