package dev.perennial.operations.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Bytes of a dead letter as text for a terminal. Whoever can send an event chooses them, so what
 * would move the cursor or turn the direction of writing is shown as its code.
 */
public final class LetterText {

  private LetterText() {}

  /** The header as one visible line; empty where it is absent. */
  public static Optional<String> of(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(LetterText::line);
  }

  /** On one line: the text, or else base64. */
  public static String line(byte[] bytes) {
    return decoded(bytes).map(LetterText::visible).orElseGet(() -> base64(bytes));
  }

  /** As it is, with its line breaks, so that it can be mended; or else base64. */
  public static String exact(byte[] bytes) {
    return decoded(bytes)
        .filter(text -> text.codePoints().noneMatch(c -> isInvisible(c) && !isSpace(c)))
        .orElseGet(() -> base64(bytes));
  }

  private static String base64(byte[] bytes) {
    return "base64:" + Base64.getEncoder().encodeToString(bytes);
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }

  /** On one line. */
  public static String visible(String text) {
    return text.codePoints()
        .mapToObj(c -> isInvisible(c) ? "\\u%04x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isSpace(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }
}
