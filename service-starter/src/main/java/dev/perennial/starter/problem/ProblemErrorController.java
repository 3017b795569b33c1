package dev.perennial.starter.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
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
  ResponseEntity<Problem> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Asked for directly it is a path like any other that does not exist.
    int code = status instanceof Integer given ? given : 404;
    return ResponseEntity.status(code < 400 ? INTERNAL : code)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemStatus.problem(code < 400 ? INTERNAL : code));
  }
}
