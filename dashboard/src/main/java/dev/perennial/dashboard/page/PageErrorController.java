package dev.perennial.dashboard.page;

import dev.perennial.starter.problem.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors from outside the controllers: a page for a browser, a problem for a program. */
@Controller
class PageErrorController implements ErrorController {

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  String page(HttpServletRequest request, HttpServletResponse response, Model model) {
    int status = status(request);
    response.setStatus(status);
    model.addAttribute("title", status < 500 ? "There is nothing here" : "Something went wrong");
    model.addAttribute(
        "text",
        status < 500
            ? "The address may be mistyped, or the page may be out of date. Go back and try again."
            : "The fault is ours. Nothing is lost; try again in a moment.");
    return "problem";
  }

  @RequestMapping("/error")
  ResponseEntity<Problem> problem(HttpServletRequest request) {
    int status = status(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            status < 500
                ? Problem.of(status, "request-refused", "The request was refused.")
                : Problem.of(status, "internal", "The request failed; the fault is not yours."));
  }

  /** Asked for directly it is a path like any other that does not exist. */
  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : HttpServletResponse.SC_NOT_FOUND;
  }
}
