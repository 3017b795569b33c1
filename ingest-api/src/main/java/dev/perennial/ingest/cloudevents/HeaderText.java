package dev.perennial.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text that a ce- header stands for (CloudEvents HTTP binding 1.0.2, section 3.1.3.2): quotes
 * are taken off, then percent-encoding is undone once, and the bytes are UTF-8.
 */
final class HeaderText {

  private static final int BYTES_OF_AN_ESCAPE = 3;

  private HeaderText() {}

  /**
   * @return empty if the header is not what the binding permits
   */
  static Optional<String> decode(String header) {
    return unquoted(header.strip()).flatMap(HeaderText::percentDecoded);
  }

  private static Optional<String> unquoted(String header) {
    if (!header.startsWith("\"")) {
      return Optional.of(header);
    }
    StringBuilder text = new StringBuilder();
    for (int at = 1; at < header.length(); at++) {
      char next = header.charAt(at);
      if (next == '"') {
        return at == header.length() - 1 ? Optional.of(text.toString()) : Optional.empty();
      }
      if (next == '\\' && ++at == header.length()) {
        return Optional.empty();
      }
      text.append(header.charAt(at));
    }
    return Optional.empty();
  }

  private static Optional<String> percentDecoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); ) {
      char next = text.charAt(at);
      if (next < ' ' || next > '~') {
        return Optional.empty();
      }
      if (next != '%') {
        bytes.write(next);
        at++;
      } else if (isEscape(text, at)) {
        bytes.write(HexFormat.fromHexDigits(text, at + 1, at + BYTES_OF_AN_ESCAPE));
        at += BYTES_OF_AN_ESCAPE;
      } else {
        return Optional.empty();
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static boolean isEscape(String text, int at) {
    return at + BYTES_OF_AN_ESCAPE <= text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException invalid) {
      return Optional.empty();
    }
  }
}
