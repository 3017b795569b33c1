package dev.perennial.starter.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A filter of HTTP requests as they come in. It is registered for these alone, as a registration
 * does unless told otherwise, so it need not leave marks on each request to know one that goes on
 * in another thread, or to an error's page: marks of eight filters are a cost.
 */
public abstract class RequestFilter implements Filter {

  @Override
  public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  /** Answers, or hands the request on. */
  protected abstract void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException;
}
