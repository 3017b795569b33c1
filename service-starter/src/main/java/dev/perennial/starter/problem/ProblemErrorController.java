package dev.perennial.starter.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors from outside the dispatcher (filters, the server itself) as problems too. */
@RestController
class ProblemErrorController implements ErrorController {

  private static final int INTERNAL = 500;

  @RequestMapping("${spring.web.error.path:/error}")
  @Nullable ResponseEntity<Problem> error(
      HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      // The client went away while its answer was being written: nothing can be said any more.
      return null;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Asked for directly it is a path like any other that does not exist.
    int code = status instanceof Integer given ? given : 404;
    return ResponseEntity.status(code < 400 ? INTERNAL : code)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemStatus.problem(code < 400 ? INTERNAL : code));
  }
}
