package dev.perennial.dashboard.page;

import com.mongodb.MongoException;
import dev.perennial.dashboard.subscriber.SubscriberNotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A whole page that cannot be shown says so in words. */
@ControllerAdvice(basePackageClasses = ErrorPages.class)
@Order(0)
class ErrorPages {

  private final PageErrors errors;

  ErrorPages(PageErrors errors) {
    this.errors = errors;
  }

  @ExceptionHandler
  String notFound(SubscriberNotFoundException missing, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    model.addAttribute("title", "No such subscriber");
    model.addAttribute("text", "There is no subscriber of this id, or none that you may see.");
    return "problem";
  }

  @ExceptionHandler
  String databaseFailed(MongoException failure, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    model.addAttribute("title", "The database does not answer");
    model.addAttribute("text", "Nothing is lost. Try again in a moment.");
    model.addAttribute("errorId", errors.failed("page", failure));
    return "problem";
  }
}
