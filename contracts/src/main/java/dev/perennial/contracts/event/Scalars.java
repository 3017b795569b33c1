package dev.perennial.contracts.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Readers of single values. None coerces: "7" is no number and 7 is no text. */
final class Scalars {

  private static final Predicate<String> DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}").asMatchPredicate();
  private static final Predicate<String> TIME_OF_DAY =
      Pattern.compile("\\d{2}:\\d{2}").asMatchPredicate();
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final int LOCALE_LENGTH = 35;

  private Scalars() {}

  static String string(JsonNode value, String pointer) {
    if (!value.isString()) {
      throw InvalidInput.of(Defect.TYPE, pointer, "A string is expected here.");
    }
    return value.stringValue();
  }

  static boolean bool(JsonNode value, String pointer) {
    if (!value.isBoolean()) {
      throw InvalidInput.of(Defect.TYPE, pointer, "true or false is expected here.");
    }
    return value.booleanValue();
  }

  static Fields.Reader<Integer> integer(int least, int most) {
    return (value, pointer) -> {
      if (!value.isIntegralNumber()) {
        throw InvalidInput.of(Defect.TYPE, pointer, "A whole number is expected here.");
      }
      if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
        throw InvalidInput.of(
            Defect.NUMBER_RANGE, pointer, "The number lies outside " + least + " to " + most + ".");
      }
      return value.intValue();
    };
  }

  static String id(JsonNode value, String pointer) {
    return Texts.id(string(value, pointer), pointer);
  }

  static String alertId(JsonNode value, String pointer) {
    return Texts.alertId(string(value, pointer), pointer);
  }

  static Fields.Reader<String> text(int longest) {
    return (value, pointer) -> Texts.text(string(value, pointer), pointer, longest);
  }

  /** An absolute http or https URL. */
  static String url(JsonNode value, String pointer) {
    String text = string(value, pointer);
    if (!isWebAddress(text)) {
      throw InvalidInput.of(
          Defect.URL_INVALID, pointer, "An http or https URL of at most 2048 characters is due.");
    }
    return text;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && Texts.length(text) <= EventLimits.URL_LENGTH;
    } catch (URISyntaxException invalid) {
      return false;
    }
  }

  static <E extends Enum<E>> Fields.Reader<E> oneOf(Class<E> type) {
    E[] constants = type.getEnumConstants();
    String names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    return (value, pointer) -> {
      String text = string(value, pointer);
      return Arrays.stream(constants)
          .filter(constant -> constant.name().equals(text))
          .findFirst()
          .orElseThrow(() -> InvalidInput.of(Defect.ENUM, pointer, "One of " + names + " is due."));
    };
  }

  static Currency currency(JsonNode value, String pointer) {
    try {
      return Currency.getInstance(string(value, pointer));
    } catch (IllegalArgumentException unknown) {
      throw InvalidInput.of(Defect.ENUM, pointer, "The currency is not in ISO 4217.");
    }
  }

  static ZoneId zone(JsonNode value, String pointer) {
    String name = string(value, pointer);
    if (!ZONES.contains(name)) {
      throw InvalidInput.of(Defect.ENUM, pointer, "The time zone is not in the IANA database.");
    }
    return ZoneId.of(name);
  }

  static Locale locale(JsonNode value, String pointer) {
    String tag = string(value, pointer);
    try {
      if (!tag.isEmpty() && tag.length() <= LOCALE_LENGTH) {
        return new Locale.Builder().setLanguageTag(tag).build();
      }
    } catch (IllformedLocaleException illFormed) {
      // told below, as for a tag that is too long
    }
    throw InvalidInput.of(Defect.ENUM, pointer, "The locale is not a BCP 47 language tag.");
  }

  static LocalDate date(JsonNode value, String pointer) {
    LocalDate date = parsed(string(value, pointer), pointer, DATE, LocalDate::parse);
    if (date.isBefore(EventLimits.FIRST_DATE) || date.isAfter(EventLimits.LAST_DATE)) {
      throw InvalidInput.of(Defect.TIME_RANGE, pointer, "The date lies outside 1970 to 2200.");
    }
    return date;
  }

  static LocalTime timeOfDay(JsonNode value, String pointer) {
    return parsed(string(value, pointer), pointer, TIME_OF_DAY, LocalTime::parse);
  }

  static Instant instant(String text, String pointer) {
    Instant instant = parsed(text, pointer, Timestamps::hasFormat, Timestamps::instant);
    if (instant.isBefore(Instant.EPOCH)) {
      throw InvalidInput.of(Defect.TIME_RANGE, pointer, "The time lies before 1970.");
    }
    return instant;
  }

  private static <T> T parsed(
      String text, String pointer, Predicate<String> format, Function<String, T> parser) {
    try {
      if (format.test(text)) {
        return parser.apply(text);
      }
    } catch (DateTimeException impossible) {
      // such as 30 February: told below, as for a wrong format
    }
    throw InvalidInput.of(
        Defect.TIME_FORMAT, pointer, "No such date or time, or not in the format of ISO 8601.");
  }
}
