package dev.perennial.ingest.stripe;

import dev.perennial.contracts.control.Hook;
import dev.perennial.starter.access.ControlDirectory;
import dev.perennial.starter.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Takes Stripe's webhooks. The address and the signature say who sends: there is no API key. */
@RestController
class StripeController implements StripeApi {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final HookDirectory hooks;
  private final StripeHooks stripe;
  private final HookMetrics metrics;

  StripeController(HookDirectory hooks, StripeHooks stripe, HookMetrics metrics) {
    this.hooks = hooks;
    this.stripe = stripe;
    this.metrics = metrics;
  }

  @Override
  public ResponseEntity<HookAnswer> post(
      String opaqueId, @Nullable String signature, HttpServletRequest request) throws IOException {
    Hook hook = hook(opaqueId);
    byte[] body = request.getInputStream().readAllBytes();
    HookAnswer answer = stripe.take(hook, body, signature == null ? "" : signature);
    boolean durable = answer.status().equals(HookAnswer.ACCEPTED);
    return ResponseEntity.status(durable ? 202 : 200).body(answer);
  }

  /** Before the body is read: nobody's address makes us read two megabytes. */
  private Hook hook(String opaqueId) {
    try {
      return hooks.find(opaqueId).orElseThrow(this::unknown);
    } catch (ControlDirectory.Unavailable unavailable) {
      throw ProblemException.unavailable(
          "hooks-unavailable", "Hooks cannot be looked up at the moment.", RETRY_AFTER);
    }
  }

  /** As a path that nobody serves. */
  private ProblemException unknown() {
    metrics.count(HookMetrics.NONE, "hook-unknown");
    return new ProblemException(404, "not-found", "There is nothing here.");
  }
}
