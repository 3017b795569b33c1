package dev.perennial.starter.web;

import dev.perennial.starter.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line a request: method, route, status, milliseconds, tenant, trace. The route is the
 * controller's template, never the path: paths hold ids, and a path that nobody serves holds
 * anything.
 */
final class RequestLogFilter extends RequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger("dev.perennial.requests");

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    TraceContext trace = TraceContext.of(request);
    try {
      chain.doFilter(request, response);
    } finally {
      log(request, response.getStatus(), System.nanoTime() - start, trace.traceId());
    }
  }

  private static void log(HttpServletRequest request, int status, long nanos, String trace) {
    Object matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String method = method(request);
    Object route = matched == null ? "none" : matched;
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(nanos);
    String tenant = Caller.of(request).map(Caller::tenantId).orElse("none");
    LOG.atInfo()
        .addKeyValue("method", method)
        .addKeyValue("route", route)
        .addKeyValue("status", status)
        .addKeyValue("milliseconds", milliseconds)
        .addKeyValue("tenant", tenant)
        .addKeyValue("trace", trace)
        .log(
            "{} {} {} in {} ms for tenant {}, trace {}",
            method,
            route,
            status,
            milliseconds,
            tenant,
            trace);
  }

  /** A method is any token a client likes: only those that exist are repeated. */
  private static String method(HttpServletRequest request) {
    HttpMethod method = HttpMethod.valueOf(request.getMethod());
    return List.of(HttpMethod.values()).contains(method) ? method.name() : "other";
  }
}
