package dev.perennial.starter.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.starter.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of a query's parameters, each as often as it is there. */
final class QueryNames {

  /** Far more than any path here has; Tomcat's own bound ends in a failure of ours. */
  private static final int MOST = 100;

  private static final int BYTES_OF_AN_ESCAPE = 3;

  private QueryNames() {}

  /**
   * @param query as it came; null for none
   * @throws ProblemException 400 if it is not percent-encoded UTF-8, or has too many parameters
   */
  static List<String> of(@Nullable String query) {
    List<String> names = new ArrayList<>();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      if (names.size() == MOST) {
        throw invalid("There are too many parameters.");
      }
      String[] parts = parameter.split("=", 2);
      names.add(decode(parts[0]));
      decode(parts[parts.length - 1]);
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(400, "parameter-invalid", detail);
  }

  private static String decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); ) {
      char next = text.charAt(at);
      if (next == '%') {
        bytes.write(escaped(text, at));
        at += BYTES_OF_AN_ESCAPE;
      } else {
        bytes.write(next == '+' ? ' ' : next);
        at++;
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int escaped(String text, int at) {
    int end = at + BYTES_OF_AN_ESCAPE;
    if (end > text.length()
        || !text.substring(at + 1, end).chars().allMatch(HexFormat::isHexDigit)) {
      throw notUtf8();
    }
    return HexFormat.fromHexDigits(text, at + 1, end);
  }

  private static String utf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw notUtf8();
    }
  }

  private static ProblemException notUtf8() {
    return invalid("The query is not percent-encoded UTF-8.");
  }
}
