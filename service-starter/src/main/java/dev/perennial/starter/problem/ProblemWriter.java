package dev.perennial.starter.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem from a filter, where no controller's advice reaches. */
public final class ProblemWriter {

  private final JsonMapper mapper;

  public ProblemWriter(JsonMapper mapper) {
    this.mapper = mapper;
  }

  public void write(ProblemException exception, HttpServletResponse response) throws IOException {
    Problem problem = exception.problem();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    exception
        .headers()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.getOutputStream().write(mapper.writeValueAsBytes(problem));
  }
}
