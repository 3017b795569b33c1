package dev.perennial.starter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** By hand: Java's client sends no Origin. */
class CrossOriginTest {

  private static final String ALLOWED = "https://app.example";
  private static final String ASKED = "Access-Control-Request-Method: POST";

  private static ConfigurableApplicationContext listed;
  private static ConfigurableApplicationContext unlisted;

  @BeforeAll
  static void start() {
    listed = TestService.start("perennial.web.cors.allowed-origins=" + ALLOWED);
    unlisted = TestService.start();
  }

  @AfterAll
  static void stop() {
    listed.close();
    unlisted.close();
  }

  @Test
  void aPreflightOfAListedOriginShouldNeedNoKey() throws IOException {
    String answer =
        send(
            listed,
            "OPTIONS /write",
            "Origin: " + ALLOWED,
            ASKED,
            "Access-Control-Request-Headers: authorization, content-type");
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("Access-Control-Allow-Origin: " + ALLOWED + "\r\n")
        .contains("Access-Control-Allow-Methods: GET,HEAD,POST\r\n")
        .contains("Access-Control-Allow-Headers: authorization, content-type\r\n")
        .doesNotContain("Allow-Credentials");
  }

  @Test
  void anAnswerShouldShowWhatPagesHaveToRead() throws IOException {
    String answer = send(listed, "POST /write", "Origin: " + ALLOWED);
    assertThat(answer)
        .startsWith("HTTP/1.1 401")
        .contains("Access-Control-Allow-Origin: " + ALLOWED + "\r\n")
        .contains(
            "Access-Control-Expose-Headers: RateLimit, RateLimit-Policy, Retry-After,"
                + " traceparent\r\n")
        .contains("Vary: Origin\r\n");
  }

  @Test
  void anotherOriginOrMethodShouldBeRefused() throws IOException {
    expectRefusal(send(listed, "OPTIONS /write", "Origin: https://other.example", ASKED));
    expectRefusal(send(listed, "OPTIONS /write", "Origin: http://app.example", ASKED));
    expectRefusal(send(listed, "OPTIONS /write", "Origin: null", ASKED));
    expectRefusal(send(listed, "POST /write", "Origin: https://other.example"));
    expectRefusal(
        send(
            listed,
            "OPTIONS /write",
            "Origin: " + ALLOWED,
            "Access-Control-Request-Method: DELETE"));
  }

  @Test
  void withoutAListThereShouldBeNoHeaderAtAll() throws IOException {
    expectRefusal(send(unlisted, "OPTIONS /write", "Origin: " + ALLOWED, ASKED));
    assertThat(send(unlisted, "POST /write", "Origin: " + ALLOWED))
        .startsWith("HTTP/1.1 401")
        .doesNotContain("Access-Control");
  }

  @Test
  void anAsteriskShouldNotBeAnOrigin() {
    assertThatThrownBy(() -> new WebProperties.Cors(Set.of("*")))
        .hasMessageContaining("perennial.web.cors.allowed-origins");
    assertThatThrownBy(() -> new WebProperties.Cors(Set.of("https://app.example/")))
        .hasMessageContaining("perennial.web.cors.allowed-origins");
  }

  private static void expectRefusal(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json", "\"code\":\"origin-refused\"")
        .doesNotContain("Access-Control-Allow");
  }

  private static String send(ConfigurableApplicationContext to, String what, String... headers)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", Http.service(to).port())) {
      String head =
          what
              + " HTTP/1.1\r\nHost: service.example\r\nContent-Length: 0\r\nConnection: close\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
