package dev.perennial.starter.problem;

/** The problem that a bare HTTP status stands for. */
public final class ProblemStatus {

  private ProblemStatus() {}

  /**
   * @param status 400 or above
   */
  public static Problem problem(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "request-malformed", "The request is not well-formed.");
      case 401 -> Problem.of(401, "unauthenticated", "A valid API key is needed.");
      case 403 -> Problem.of(403, "forbidden", "This is not permitted.");
      case 404 -> Problem.of(404, "not-found", "There is nothing here.");
      case 405 -> Problem.of(405, "method-not-allowed", "The Allow header has the methods.");
      case 406 -> Problem.of(406, "not-acceptable", "Answers are JSON.");
      case 408 -> Problem.of(408, "request-timeout", "The request took too long to arrive.");
      case 411 -> Problem.of(411, "length-required", "A body has a length or comes in chunks.");
      case 413 -> Problem.of(413, "body-too-large", "The body is larger than permitted.");
      case 415 -> Problem.of(415, "media-type", "The Content-Type is not one of those accepted.");
      case 414 -> Problem.of(414, "uri-too-long", "The request's address is too long.");
      case 417 -> Problem.of(417, "expectation-failed", "Expect is 100-continue or nothing.");
      case 431 -> Problem.of(431, "headers-too-large", "The headers are too large or too many.");
      case 501 -> Problem.of(501, "not-implemented", "This method or coding is not known here.");
      case 505 -> Problem.of(505, "http-version", "HTTP/1.1 and HTTP/1.0 are known here.");
      case 503 -> Problem.of(503, "unavailable", "Try again a little later.");
      default ->
          status >= 500
              ? Problem.of(status, "internal", "The request failed; the fault is not yours.")
              : Problem.of(status, "request-refused", "The request was refused.");
    };
  }
}
