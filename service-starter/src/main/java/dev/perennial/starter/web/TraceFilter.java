package dev.perennial.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hands TRACE on as a method that no servlet knows: the dispatcher answers 405 with the path's own
 * Allow, and the servlet's echo of the request, API key included, is never reached.
 */
final class TraceFilter extends RequestFilter {

  private static final String NOBODYS_METHOD = "REFUSED";

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request.getMethod().equals("TRACE") ? refused(request) : request, response);
  }

  private static HttpServletRequest refused(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getMethod() {
        return NOBODYS_METHOD;
      }
    };
  }
}
