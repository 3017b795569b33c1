package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What a request says of its body.
 *
 * @param mediaType in lower case, without parameters; empty if none is given, or none that is one
 * @param gzip whether it is compressed
 */
record DeclaredBody(String mediaType, boolean gzip) {

  private static final String AS_IT_IS = "identity";
  private static final String COMPRESSED = "gzip";

  /**
   * @throws ProblemException 415 for another charset than UTF-8, another coding than gzip, or a
   *     header that says two things
   */
  static DeclaredBody of(HttpServletRequest request) {
    String coding = only(request, HttpHeaders.CONTENT_ENCODING).toLowerCase(Locale.ROOT);
    if (!coding.isEmpty() && !coding.equals(AS_IT_IS) && !coding.equals(COMPRESSED)) {
      throw refused("Bodies come as they are or as gzip.")
          .with(HttpHeaders.ACCEPT_ENCODING, COMPRESSED);
    }
    String contentType = only(request, HttpHeaders.CONTENT_TYPE);
    requireUtf8(contentType);
    return new DeclaredBody(mediaType(contentType), coding.equals(COMPRESSED));
  }

  /** Without parameters, in lower case; empty where the header is missing. */
  static String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /** Of two, another server on the way may have gone by another one. */
  private static String only(HttpServletRequest request, String header) {
    List<String> values = Collections.list(request.getHeaders(header));
    if (values.size() > 1) {
      throw refused("The request has " + header + " twice.");
    }
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  private static void requireUtf8(String contentType) {
    if (contentType.indexOf(';') >= 0 && !isUtf8(contentType)) {
      throw refused("Bodies are UTF-8.");
    }
  }

  private static boolean isUtf8(String contentType) {
    try {
      var charset = MediaType.parseMediaType(contentType).getCharset();
      return charset == null || charset.equals(StandardCharsets.UTF_8);
    } catch (InvalidMediaTypeException none) {
      return false;
    }
  }

  private static ProblemException refused(String detail) {
    return new ProblemException(415, "media-type", detail);
  }
}
