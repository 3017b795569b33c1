package dev.perennial.starter.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class AnswersAtOnceTest {

  @Test
  void anAnswerThatFitsTheBufferSaysItsLength() {
    HttpResponse<String> answer = answerOf();

    assertThat(answer.body()).isEqualTo("{\"length\":5}");
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(12);
    assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @Test
  void theAnswerToAStreamGoesOutWhenItIsFlushed() {
    HttpResponse<String> answer = answerOf("perennial.web.streams=application/octet-stream");

    assertThat(answer.body()).isEqualTo("{\"length\":5}");
    assertThat(answer.headers().firstValue("Transfer-Encoding")).contains("chunked");
  }

  private static HttpResponse<String> answerOf(String... settings) {
    try (ConfigurableApplicationContext service = TestService.start(settings)) {
      return Http.service(service)
          .post("/whole", "12345".getBytes(UTF_8), "Content-Type", "application/octet-stream");
    }
  }
}
