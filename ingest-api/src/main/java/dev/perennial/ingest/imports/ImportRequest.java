package dev.perennial.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What every import asks of its request. */
public final class ImportRequest {

  /** How a day or a time looks, as a JSON Schema says it; whether it exists is another matter. */
  public static final String MOMENT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$";

  private static final byte[] NOTHING = {};

  private ImportRequest() {}

  public static byte[] bytes(byte @Nullable [] body) {
    return body == null ? NOTHING : body;
  }

  /**
   * @throws ProblemException 415 if the Content-Type names another charset
   */
  public static void requireUtf8(MediaType contentType) {
    if (contentType.getCharset() != null && !UTF_8.equals(contentType.getCharset())) {
      throw new ProblemException(415, "media-type", "Files are UTF-8.");
    }
  }

  /**
   * @throws ProblemException 400 if it is neither a day nor a time with its zone
   */
  public static void requireMoment(@Nullable String time) {
    if (time != null && !Moments.isMoment(time)) {
      throw new ProblemException(
          400, "parameter-invalid", "time is a day, 2026-01-31, or a time with its zone.");
    }
  }
}
