package dev.perennial.ingest.pressure;

import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds the requests that are worked on, before their bodies are read: that is what their bodies
 * may take of memory. Room is given back when the server is done with the request, also where it
 * went on in another thread or its client left.
 */
final class RequestBound implements HandlerInterceptor, ServletRequestListener {

  private static final String ATTRIBUTE = RequestBound.class.getName();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final FairShare room;
  private final Counter refused;

  RequestBound(int most, MeterRegistry registry) {
    this.room = new FairShare(most);
    this.refused =
        Counter.builder("perennial.ingest.requests.refused")
            .description("Requests refused before their bodies were read: too many at once")
            .register(registry);
    Gauge.builder("perennial.ingest.in.flight.requests", room, shared -> shared.used(0))
        .description("Requests with a key that are worked on")
        .register(registry);
  }

  /** After the key was checked; a request that nobody's key stands behind takes nothing. */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What went on in another thread comes by again.
    if (request.getAttribute(ATTRIBUTE) == null) {
      Caller.of(request).ifPresent(caller -> request.setAttribute(ATTRIBUTE, room(caller)));
    }
    return true;
  }

  private FairShare.Grant room(Caller caller) {
    return room.take(caller.tenantId(), Duration.ZERO, 1)
        .orElseThrow(
            () -> {
              refused.increment();
              return ProblemException.unavailable(
                  "busy", "Too many requests at once; nothing of this was taken.", RETRY_AFTER);
            });
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    if (event.getServletRequest().getAttribute(ATTRIBUTE) instanceof FairShare.Grant grant) {
      grant.giveBack();
    }
  }
}
