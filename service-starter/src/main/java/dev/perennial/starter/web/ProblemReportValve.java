package dev.perennial.starter.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemStatus;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Tomcat refuses before any filter sees it, as a problem with the usual headers instead of a
 * page. Tomcat makes it by its class name, so it is public and has no parameters.
 */
public final class ProblemReportValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

  private static final SecurityHeadersFilter HEADERS = SecurityHeadersFilter.alwaysSafe();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      write(status, request.isSecure(), response);
    } catch (IOException gone) {
      LOG.debug("Nobody was left to read a refusal");
    }
  }

  private static void write(int status, boolean overTls, Response response) throws IOException {
    HEADERS.setOn(response, overTls);
    byte[] body = body(ProblemStatus.problem(status)).getBytes(UTF_8);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.finishResponse();
  }

  private static String body(Problem problem) {
    return """
        {"type":"%s","title":"%s","status":%d,"code":"%s","detail":"%s"}"""
        .formatted(
            problem.type(), problem.title(), problem.status(), problem.code(), problem.detail());
  }
}
