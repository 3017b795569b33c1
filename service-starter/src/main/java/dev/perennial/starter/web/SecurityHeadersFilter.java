package dev.perennial.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** Headers that keep browsers from guessing, framing and caching; a handler may set its own. */
final class SecurityHeadersFilter extends OncePerRequestFilter {

  private final Map<String, String> headers;

  SecurityHeadersFilter(String contentSecurityPolicy) {
    this.headers =
        Map.of(
            "Content-Security-Policy", contentSecurityPolicy,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Strict-Transport-Security", "max-age=31536000",
            "Cache-Control", "no-store");
  }

  /** For answers that no service has a say in. */
  static Map<String, String> alwaysSafe() {
    return new SecurityHeadersFilter("default-src 'none'; frame-ancestors 'none'").headers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    headers.forEach(response::setHeader);
    chain.doFilter(request, response);
  }
}
