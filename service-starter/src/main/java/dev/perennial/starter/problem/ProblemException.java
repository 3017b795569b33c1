package dev.perennial.starter.problem;

import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** Ends a request with a problem; carries no stack trace, since it is an answer. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient HttpHeaders headers = new HttpHeaders();

  public ProblemException(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(int status, String code, String detail) {
    this(Problem.of(status, code, detail));
  }

  /** Something behind the service does not answer: 503 with Retry-After. */
  public static ProblemException unavailable(String code, String detail, Duration retryAfter) {
    return new ProblemException(503, code, detail)
        .with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  public ProblemException with(String header, String value) {
    headers.set(header, value);
    return this;
  }

  public Problem problem() {
    return problem;
  }

  public HttpHeaders headers() {
    return headers;
  }
}
