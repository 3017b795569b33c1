package dev.perennial.starter.problem;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457). It has no {@code instance}: that would repeat the request's path.
 *
 * @param type names the kind of problem; the code as a URN
 * @param title the same for every problem of a kind
 * @param status HTTP status
 * @param code stable: clients may act on it
 * @param detail a sentence for a person, without any of the input
 * @param pointer JSON pointer (RFC 6901) to the value at fault, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    description = "A problem detail (RFC 9457).",
    requiredProperties = {"type", "title", "status", "code"})
public record Problem(
    @Schema(
            description = "Names the kind of problem.",
            examples = "urn:perennial:problem:field-missing")
        String type,
    @Schema(description = "The same for every problem of a kind.", examples = "Field missing")
        String title,
    @Schema(description = "HTTP status.", examples = "422") int status,
    @Schema(description = "Stable: clients may act on it.", examples = "field-missing") String code,
    @Schema(
            description = "A sentence for a person, without any of the input.",
            examples = "The field name is mandatory.")
        @Nullable String detail,
    @Schema(
            description = "JSON pointer to the value at fault, where there is one.",
            examples = "/data/name")
        @Nullable String pointer) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    requireNonNull(code, "code");
  }

  public static Problem of(int status, String code, @Nullable String detail) {
    return of(status, code, detail, null);
  }

  public static Problem of(
      int status, String code, @Nullable String detail, @Nullable String pointer) {
    String title = code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
    return new Problem(
        "urn:perennial:problem:" + code, title.replace('-', ' '), status, code, detail, pointer);
  }
}
