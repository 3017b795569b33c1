package dev.perennial.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What is for operators and what is for the world, each at its own port. */
class ManagementPortTest {

  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    context = TestService.start();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/health", "/health/liveness", "/prometheus", "/info", "/env"})
  void nothingForOperatorsShouldBeAtTheServicesPort(String path) {
    HttpResponse<String> answer = Http.service(context).get("/actuator" + path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Http.code(answer)).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tenant", "/seen", "/length", "/v3/api-docs", "/nowhere"})
  void nothingOfTheServiceShouldBeAtTheOperatorsPort(String path) {
    HttpResponse<String> answer = Http.management(context).get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("tenant", "Exception", "trace", "<html");
  }

  @Test
  void operatorsShouldSeeHealthAndFiguresAndNothingElse() {
    assertThat(Http.management(context).get("/actuator/prometheus").statusCode()).isEqualTo(200);
    assertThat(Http.management(context).get("/actuator/health/liveness").statusCode())
        .isEqualTo(200);
    for (String other : new String[] {"env", "beans", "heapdump", "loggers", "shutdown"}) {
      assertThat(Http.management(context).get("/actuator/" + other).statusCode())
          .as(other)
          .isEqualTo(404);
    }
  }
}
