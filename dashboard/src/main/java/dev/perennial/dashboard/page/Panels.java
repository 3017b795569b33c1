package dev.perennial.dashboard.page;

import dev.perennial.dashboard.signin.Tenant;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscriber.SubscriberNotFoundException;
import dev.perennial.dashboard.subscriber.Subscribers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Serves each panel by itself. This is the server's half of the error boundary: a panel that fails
 * answers with a card that says so, and its neighbours do not notice.
 */
@Controller
class Panels {

  private static final int FURTHEST_DAYS = 366;

  private final Subscribers subscribers;
  private final Map<String, Panel> panels;
  private final PageErrors errors;

  Panels(Subscribers subscribers, List<Panel> panels, PageErrors errors) {
    this.subscribers = subscribers;
    this.panels = panels.stream().collect(Collectors.toMap(Panel::name, Function.identity()));
    this.errors = errors;
  }

  @GetMapping("/ui/subscribers/{subscriberId}/panels/{name}")
  String panel(
      @AuthenticationPrincipal Tenant tenant,
      @PathVariable String subscriberId,
      @PathVariable String name,
      @RequestParam(defaultValue = "30") int days,
      Model model,
      HttpServletResponse response) {
    Panel panel = panels.get(name);
    if (panel == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    try {
      Subscriber subscriber = subscribers.require(tenant.tenantId(), subscriberId);
      return show(
          panel.load(subscriber, Math.clamp(days, 1, FURTHEST_DAYS)), name, model, response);
    } catch (SubscriberNotFoundException missing) {
      throw missing;
    } catch (RuntimeException failure) {
      return fail(failure, name, model, response);
    }
  }

  private static String show(
      PanelContent content, String name, Model model, HttpServletResponse response) {
    response.setHeader("X-Panel", name);
    response.setHeader("X-Panel-Digest", content.digest());
    if (content.asOf() != null) {
      response.setHeader("X-Panel-As-Of", content.asOf().toString());
    }
    model.addAttribute("view", content.view());
    return "panels/" + name;
  }

  private String fail(
      RuntimeException failure, String name, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader("X-Panel", name);
    model.addAttribute("errorId", errors.failed(name, failure));
    return "panels/error";
  }
}
