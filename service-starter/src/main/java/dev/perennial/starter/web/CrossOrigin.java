package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemException;
import dev.perennial.starter.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Lets pages of the listed origins call, without cookies: an API key goes in a header. Without a
 * list no answer has a CORS header, and only preflights are refused; with one, pages of other
 * origins are.
 */
final class CrossOrigin extends RequestFilter {

  private static final List<String> METHODS =
      List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.POST.name());

  private static final List<String> EXPOSED =
      List.of("RateLimit", "RateLimit-Policy", HttpHeaders.RETRY_AFTER, "traceparent");

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final CorsConfiguration permitted = new CorsConfiguration();
  private final Deciding decision = new Deciding();
  private final boolean open;
  private final ProblemWriter problems;

  /**
   * @param origins scheme, host and port; none for no CORS at all
   */
  CrossOrigin(Set<String> origins, ProblemWriter problems) {
    this.open = !origins.isEmpty();
    this.problems = problems;
    permitted.setAllowedOrigins(List.copyOf(origins));
    permitted.setAllowedMethods(METHODS);
    permitted.setAllowedHeaders(List.of(CorsConfiguration.ALL));
    permitted.setExposedHeaders(EXPOSED);
    permitted.setMaxAge(REMEMBERED);
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean preflight = CorsUtils.isPreFlightRequest(request);
    boolean granted = open ? decision.processRequest(permitted, request, response) : !preflight;
    if (!granted) {
      problems.write(
          new ProblemException(
              403, "origin-refused", "Pages of this origin may not call this way."),
          response);
    } else if (!preflight) {
      chain.doFilter(request, response);
    }
  }

  /** Leaves the refusal to the filter: Spring's own is plain text. */
  private static final class Deciding extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
      // Nothing is written here.
    }
  }
}
