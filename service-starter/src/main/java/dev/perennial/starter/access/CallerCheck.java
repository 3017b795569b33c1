package dev.perennial.starter.access;

import dev.perennial.starter.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Checks the key of a request again, for requests that last: it may have been revoked meanwhile.
 */
@FunctionalInterface
public interface CallerCheck {

  /**
   * @return who calls, with the scopes that the key has now
   * @throws ProblemException 401, 403 or 503, as if the request came now
   */
  Caller again();

  /**
   * @throws IllegalStateException if the method lacks {@link RequiresScope}
   */
  static CallerCheck of(HttpServletRequest request) {
    if (request.getAttribute(CallerCheck.class.getName()) instanceof CallerCheck check) {
      return check;
    }
    throw new IllegalStateException("Nobody has checked this request's key");
  }

  /** Leaves it with the request. */
  static void attach(HttpServletRequest request, CallerCheck check) {
    request.setAttribute(CallerCheck.class.getName(), check);
  }
}
