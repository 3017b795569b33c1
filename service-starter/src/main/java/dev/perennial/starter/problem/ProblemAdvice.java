package dev.perennial.starter.problem;

import io.sentry.Sentry;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error of a REST controller as a problem. What Spring would say in it is dropped: its
 * details quote paths, parameters and bodies. A service that has pages gives those their own advice
 * with a higher precedence.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> problem(ProblemException exception) {
    return answer(exception.problem(), exception.headers());
  }

  /** Tomcat reads parameters when they are first asked for, be it behind the filters. */
  @ExceptionHandler
  ResponseEntity<Object> unreadable(InvalidParameterException exception) {
    return answer(ProblemStatus.problem(exception.getErrorCode()), new HttpHeaders());
  }

  /** The one place where an unforeseen failure is logged; nothing of it goes to the client. */
  @ExceptionHandler
  ResponseEntity<Object> unforeseen(Exception exception) {
    report(exception);
    return answer(ProblemStatus.problem(500), new HttpHeaders());
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      report(exception);
    }
    return answer(ProblemStatus.problem(status.value()), headers);
  }

  /** Sentry does nothing here unless a DSN is configured. */
  private static void report(Exception exception) {
    LOG.error("A request failed in a way that was not foreseen", exception);
    Sentry.captureException(exception);
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
