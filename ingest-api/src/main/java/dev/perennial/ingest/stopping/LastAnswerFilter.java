package dev.perennial.ingest.stopping;

import dev.perennial.starter.web.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/**
 * Ends each connection with its next answer once the service is going away. A connection that is
 * kept would be cut when the server stops, maybe with the next request already on it.
 */
final class LastAnswerFilter extends RequestFilter {

  private final Drain drain;

  LastAnswerFilter(Drain drain) {
    this.drain = drain;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (drain.hasBegun()) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    chain.doFilter(request, response);
  }
}
