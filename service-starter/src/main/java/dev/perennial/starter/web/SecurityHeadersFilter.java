package dev.perennial.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Headers that keep browsers from guessing, framing and caching; a handler may set its own. Strict
 * transport is asked for over TLS alone (RFC 6797, section 7.2).
 */
final class SecurityHeadersFilter extends RequestFilter {

  private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
  private static final String FOR_A_YEAR = "max-age=31536000";

  private final Map<String, String> headers;

  SecurityHeadersFilter(String contentSecurityPolicy) {
    this.headers =
        Map.of(
            "Content-Security-Policy", contentSecurityPolicy,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");
  }

  /** For answers that no service has a say in. */
  static SecurityHeadersFilter alwaysSafe() {
    return new SecurityHeadersFilter("default-src 'none'; frame-ancestors 'none'");
  }

  void setOn(HttpServletResponse response, boolean overTls) {
    headers.forEach(response::setHeader);
    if (overTls) {
      response.setHeader(STRICT_TRANSPORT, FOR_A_YEAR);
    }
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    setOn(response, request.isSecure());
    chain.doFilter(request, response);
  }
}
