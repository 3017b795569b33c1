package dev.perennial.ingest.schema;

import dev.perennial.starter.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A refusal that is the same for many operations.
 *
 * @param description when it comes, and its codes
 * @param code of its example
 * @param detail of its example
 */
record Refusal(String description, String code, String detail) {

  static final Map<String, Refusal> OF_ALL =
      Map.of(
          "400",
          new Refusal(
              "The request is not well-formed: request-malformed, parameter-invalid.",
              "request-malformed",
              "The request is not well-formed."),
          "405",
          new Refusal(
              "Another method than those in Allow: method-not-allowed.",
              "method-not-allowed",
              "The Allow header has the methods."),
          "406",
          new Refusal(
              "Accept names nothing that there is: not-acceptable.",
              "not-acceptable",
              "Answers are JSON."),
          "500",
          new Refusal(
              "The fault is not yours: internal.",
              "internal",
              "The request failed; the fault is not yours."));

  static final Map<String, Refusal> OF_PATHS =
      Map.of(
          "404",
          new Refusal("There is nothing here: not-found.", "not-found", "There is nothing here."));

  static final Map<String, Refusal> WITH_KEY =
      Map.of(
          "401",
          new Refusal(
              "No valid API key, whatever is wrong with it: unauthenticated.",
              "unauthenticated",
              "A valid API key is needed."),
          "403",
          new Refusal(
              "The API key lacks a scope: scope-missing.",
              "scope-missing",
              "The API key lacks the scope for this."),
          "429",
          new Refusal(
              "Too much in too short a time (rate-limited), or too many invalid API keys from"
                  + " this address (auth-limited); see Retry-After.",
              "rate-limited",
              "The API key has used up its requests for now."),
          "503",
          new Refusal(
              "Try again a little later, see Retry-After: keys-unavailable, unavailable.",
              "unavailable",
              "Try again a little later."));

  static final Map<String, Refusal> WITH_BODY =
      Map.of(
          "408",
          new Refusal(
              "The body came too slowly: request-timeout.",
              "request-timeout",
              "The request took too long to arrive."),
          "413",
          new Refusal(
              "The body is too large, also when inflated: body-too-large.",
              "body-too-large",
              "The body is larger than permitted."),
          "415",
          new Refusal(
              "Another Content-Type or Content-Encoding: media-type.",
              "media-type",
              "The Content-Type is not one of those accepted."));

  /** By status. */
  static final Map<String, Refusal> ALL = all();

  Problem example(int status) {
    return Problem.of(status, code, detail);
  }

  private static Map<String, Refusal> all() {
    Map<String, Refusal> all = new HashMap<>();
    Stream.of(OF_ALL, OF_PATHS, WITH_KEY, WITH_BODY).forEach(all::putAll);
    return Map.copyOf(all);
  }
}
