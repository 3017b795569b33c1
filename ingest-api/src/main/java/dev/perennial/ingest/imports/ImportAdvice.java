package dev.perennial.ingest.imports;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for files that are refused as a whole; before the advice for all that is unforeseen. */
@Hidden
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportAdvice {

  @ExceptionHandler
  ResponseEntity<FileProblem> refused(RefusedFile refused) {
    return ResponseEntity.status(refused.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(refused.problem());
  }
}
