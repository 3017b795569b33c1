package dev.perennial.starter.limit;

import dev.perennial.starter.access.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes one request and its bytes from the caller's limits, before the body is read. A body of a
 * length that was not declared is counted while it is read, and taken afterwards.
 */
final class LimitInterceptor implements HandlerInterceptor {

  private final Limits limits;

  LimitInterceptor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // The page of an error, and what went on in another thread, come by again.
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return true;
    }
    Caller.of(request)
        .ifPresent(
            caller -> {
              take(caller, Kind.REQUESTS, 1, response);
              take(caller, Kind.BYTES, Math.max(0, WireBytes.declared(request)), response);
            });
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    long counted = WireBytes.counted(request);
    if (counted > 0) {
      Caller.of(request).ifPresent(caller -> limits.settle(caller, Kind.BYTES, counted));
    }
  }

  private void take(Caller caller, Kind kind, long n, HttpServletResponse response) {
    if (n == 0 || !limits.limits(kind)) {
      return;
    }
    Standing standing = limits.standing(caller, kind, n);
    if (!standing.taken()) {
      throw limits.refusal(caller, kind, standing);
    }
    response.addHeader(RateHeaders.RATE_LIMIT, RateHeaders.left(kind, standing));
    response.addHeader(RateHeaders.POLICY, RateHeaders.policy(kind, limits.rate(caller, kind)));
  }
}
