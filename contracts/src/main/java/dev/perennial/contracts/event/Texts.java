package dev.perennial.contracts.event;

import java.net.URI;
import java.net.URISyntaxException;

/** Rules for texts that come from outside. */
final class Texts {

  private Texts() {}

  /**
   * Ids go into keys, logs and pages: nothing in them may be invisible or change how the rest of a
   * line reads.
   */
  static String id(String text, String pointer) {
    requireId(text, pointer, EventLimits.ID_LENGTH);
    return text;
  }

  static String alertId(String text, String pointer) {
    requireId(text, pointer, EventLimits.ALERT_ID_LENGTH);
    return text;
  }

  /** An address of a person is no id: it would be personal data in every key and log. */
  static String subscriberId(String text, String pointer) {
    if (text.indexOf('@') >= 0) {
      throw InvalidInput.of(
          Defect.ID_INVALID, pointer, "A subscriber's id is opaque: it has no @.");
    }
    return id(text, pointer);
  }

  /** A CloudEvents source: a URI reference. */
  static String source(String text, String pointer) {
    requireId(text, pointer, EventLimits.SOURCE_LENGTH);
    try {
      return new URI(text).toString();
    } catch (URISyntaxException invalid) {
      throw InvalidInput.of(Defect.ID_INVALID, pointer, "A source is a URI reference.");
    }
  }

  static String text(String text, String pointer, int longest) {
    boolean control = !isPlain(text) && text.codePoints().anyMatch(Character::isISOControl);
    if (control || text.isBlank() || length(text) > longest) {
      throw InvalidInput.of(
          Defect.TEXT_INVALID,
          pointer,
          "1 to " + longest + " characters without control characters are due.");
    }
    return text;
  }

  private static void requireId(String text, String pointer, int longest) {
    boolean hidden = !isPlain(text) && text.codePoints().anyMatch(Texts::isHidden);
    if (hidden || text.isBlank() || length(text) > longest) {
      throw InvalidInput.of(
          Defect.ID_INVALID,
          pointer,
          "An id has 1 to " + longest + " characters, none of them control or bidi characters.");
    }
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Whether all of it is printable ASCII, as most texts are: it needs no closer look. */
  static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  /** In code points. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
