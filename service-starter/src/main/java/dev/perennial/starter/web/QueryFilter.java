package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemException;
import dev.perennial.starter.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses a query that cannot be decoded: whoever asked for a parameter of it would fail. */
final class QueryFilter extends RequestFilter {

  private final ProblemWriter problems;

  QueryFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      QueryNames.of(request.getQueryString());
    } catch (ProblemException refused) {
      problems.write(refused, response);
      return;
    }
    chain.doFilter(request, response);
  }
}
