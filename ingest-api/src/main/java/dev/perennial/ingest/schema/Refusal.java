package dev.perennial.ingest.schema;

import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A refusal that is the same for many operations.
 *
 * @param description when it comes, and its codes
 */
record Refusal(String description, Problem example) {

  static final Map<String, Refusal> OF_ALL =
      byStatus(
          of(400, "The request is not well-formed: request-malformed, parameter-invalid."),
          of(405, "Another method than those in Allow: method-not-allowed."),
          of(406, "Accept names nothing that there is: not-acceptable."),
          of(500, "The fault is not yours: internal."));

  static final Map<String, Refusal> OF_PATHS =
      byStatus(of(404, "There is nothing here: not-found."));

  static final Map<String, Refusal> WITH_KEY =
      byStatus(
          of(401, "No valid API key, whatever is wrong with it: unauthenticated."),
          new Refusal(
              "The API key lacks a scope: scope-missing.",
              Problem.of(403, "scope-missing", "The API key lacks the scope for this.")),
          new Refusal(
              "Too much in too short a time (rate-limited), or too many invalid API keys from"
                  + " this address (auth-limited); see Retry-After.",
              Problem.of(429, "rate-limited", "The API key has used up its requests for now.")),
          of(503, "Try again a little later, see Retry-After: keys-unavailable, unavailable."));

  static final Map<String, Refusal> WITH_BODY =
      byStatus(
          of(408, "The body came too slowly: request-timeout."),
          of(413, "The body is too large, also when inflated: body-too-large."),
          of(415, "Another Content-Type or Content-Encoding: media-type."));

  /** By status. */
  static final Map<String, Refusal> ALL = all();

  private static Refusal of(int status, String description) {
    return new Refusal(description, ProblemStatus.problem(status));
  }

  private static Map<String, Refusal> byStatus(Refusal... refusals) {
    Map<String, Refusal> byStatus = new HashMap<>();
    for (Refusal refusal : refusals) {
      byStatus.put(Integer.toString(refusal.example().status()), refusal);
    }
    return Map.copyOf(byStatus);
  }

  private static Map<String, Refusal> all() {
    Map<String, Refusal> all = new HashMap<>();
    Stream.of(OF_ALL, OF_PATHS, WITH_KEY, WITH_BODY).forEach(all::putAll);
    return Map.copyOf(all);
  }
}
