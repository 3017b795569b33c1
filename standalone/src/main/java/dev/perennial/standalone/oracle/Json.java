package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads well-formed JSON into maps, lists, strings, {@link BigDecimal}s, booleans and nulls. It is
 * for texts that the sample or the platform wrote: it does not defend itself against bad input.
 */
public final class Json {

  private final String text;
  private int place;

  private Json(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException if the text is not JSON
   */
  public static @Nullable Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    if (json.peek() != 0) {
      throw json.unexpected();
    }
    return value;
  }

  /** As {@link #parse}, where the text is an object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(String text) {
    if (parse(text) instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("The text is not a JSON object");
  }

  /** A member that must be there. */
  static Object member(Map<?, ?> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  /** A text that must be there. */
  static String text(Map<?, ?> map, String name) {
    return (String) member(map, name);
  }

  /** A whole number. */
  static int whole(Object number) {
    return ((BigDecimal) number).intValueExact();
  }

  private @Nullable Object value() {
    char next = peek();
    return switch (next) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    take('{');
    while (peek() != '}') {
      String name = string();
      take(':');
      map.put(name, value());
      if (peek() == ',') {
        take(',');
      }
    }
    take('}');
    return map;
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> list = new ArrayList<>();
    take('[');
    while (peek() != ']') {
      list.add(value());
      if (peek() == ',') {
        take(',');
      }
    }
    take(']');
    return list;
  }

  private String string() {
    take('"');
    StringBuilder read = new StringBuilder();
    while (text.charAt(place) != '"') {
      char c = text.charAt(place++);
      read.append(c == '\\' ? escaped() : c);
    }
    place++;
    return read.toString();
  }

  private char escaped() {
    char c = text.charAt(place++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        place += 4;
        yield (char) Integer.parseInt(text.substring(place - 4, place), 16);
      }
      default -> c;
    };
  }

  private BigDecimal number() {
    int from = place;
    while (place < text.length() && "+-.eE0123456789".indexOf(text.charAt(place)) >= 0) {
      place++;
    }
    if (from == place) {
      throw unexpected();
    }
    return new BigDecimal(text.substring(from, place));
  }

  private @Nullable Object word(String word, @Nullable Object meaning) {
    if (!text.startsWith(word, place)) {
      throw unexpected();
    }
    place += word.length();
    return meaning;
  }

  /** The next character that is not white space, not taken yet; 0 at the end. */
  private char peek() {
    while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
      place++;
    }
    return place < text.length() ? text.charAt(place) : 0;
  }

  private void take(char expected) {
    if (peek() != expected) {
      throw unexpected();
    }
    place++;
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("The JSON text is broken at character " + place);
  }
}
