package dev.perennial.dashboard.page;

import dev.perennial.dashboard.signin.Tenant;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscriber.SubscriberEntry;
import dev.perennial.dashboard.subscriber.Subscribers;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.PerennialProperties.Environment;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of one subscriber, and the way to it. */
@Controller
class SubscriberPages {

  private static final int PICKED_FROM = 30;
  private static final int LONGEST_ID = 128;

  private final Subscribers subscribers;
  private final boolean development;

  SubscriberPages(Subscribers subscribers, PerennialProperties perennial) {
    this.subscribers = subscribers;
    this.development = perennial.environment() == Environment.DEVELOPMENT;
  }

  /** A line of the picker. */
  record Line(String subscriberId, int subscriptions, String path) {

    private static Line of(SubscriberEntry entry) {
      return new Line(
          entry.subscriberId(), entry.subscriptions(), SubscriberPages.path(entry.subscriberId()));
    }
  }

  @ModelAttribute("development")
  boolean development() {
    return development;
  }

  /** The tenant's first subscriber; a page that says what to do while there is none. */
  @GetMapping("/")
  String first(@AuthenticationPrincipal Tenant tenant, Model model) {
    List<SubscriberEntry> first = subscribers.list(tenant.tenantId(), "", 1);
    if (first.isEmpty()) {
      model.addAttribute("tenant", tenant);
      return "no-subscribers";
    }
    return "redirect:" + path(first.getFirst().subscriberId());
  }

  @GetMapping("/subscribers/{subscriberId}")
  String page(
      @AuthenticationPrincipal Tenant tenant, @PathVariable String subscriberId, Model model) {
    Subscriber subscriber = subscribers.require(tenant.tenantId(), subscriberId);
    model.addAttribute("tenant", tenant);
    model.addAttribute("subscriber", subscriber);
    model.addAttribute("path", path(subscriberId));
    model.addAttribute("today", Dates.day(subscriber.today()));
    return "subscriber";
  }

  /** The picker's lines for what was typed. */
  @GetMapping("/ui/subscribers")
  String pick(
      @AuthenticationPrincipal Tenant tenant,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String current,
      Model model) {
    String part = q.substring(0, Math.min(q.length(), LONGEST_ID)).strip();
    model.addAttribute(
        "lines",
        subscribers.list(tenant.tenantId(), part, PICKED_FROM).stream().map(Line::of).toList());
    model.addAttribute("limit", PICKED_FROM);
    model.addAttribute("current", current);
    return "picker";
  }

  /** Encoded whole: an id may have slashes, semicolons and percent signs of its own. */
  private static String path(String subscriberId) {
    return UriComponentsBuilder.fromPath("/subscribers/{id}")
        .encode()
        .buildAndExpand(subscriberId)
        .toUriString();
  }
}
