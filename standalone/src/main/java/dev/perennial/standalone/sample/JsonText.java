package dev.perennial.standalone.sample;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON text under construction; decimals and dates are written as strings by the caller. */
final class JsonText {

  private final String text;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * @param namesAndValues name, value, name, value ...; a member whose value is null is left out
   */
  static JsonText object(@Nullable Object... namesAndValues) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        json.append(json.length() == 1 ? "" : ",")
            .append(quoted(String.valueOf(namesAndValues[i])))
            .append(':')
            .append(value(value));
      }
    }
    return new JsonText(json.append('}').toString());
  }

  /** A text that is JSON already. */
  static JsonText of(String json) {
    return new JsonText(json);
  }

  private static String value(Object value) {
    return switch (value) {
      case JsonText json -> json.text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case List<?> list ->
          list.stream().map(JsonText::value).collect(Collectors.joining(",", "[", "]"));
      default -> quoted(value.toString());
    };
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
