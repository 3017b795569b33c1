package dev.perennial.dashboard.page;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes what a page reports about itself. */
@RestController
class ErrorReports {

  private final PageErrors errors;

  ErrorReports(PageErrors errors) {
    this.errors = errors;
  }

  @PostMapping("/ui/errors")
  ResponseEntity<Map<String, String>> report(
      @RequestParam(defaultValue = "page") String panel,
      @RequestParam(defaultValue = "script") String kind,
      @RequestParam(defaultValue = "") String message) {
    return errors
        .reported(panel, kind, message)
        .map(id -> ResponseEntity.accepted().body(Map.of("id", id)))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
  }
}
