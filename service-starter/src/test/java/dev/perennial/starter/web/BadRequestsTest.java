package dev.perennial.starter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.io.IOException;
import java.net.Socket;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Requests that no HTTP client would send, byte by byte. */
class BadRequestsTest {

  private static final int ANSWERS_WITHIN_MS = 10_000;

  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    context = TestService.start();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "two lengths | POST /length HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 2~~xx",
        "a length and chunks | POST /length HTTP/1.1~Host: a~Content-Type:"
            + " application/octet-stream~Content-Length: 1~Transfer-Encoding: nonsense~~x",
        "a length that is no number | POST /length HTTP/1.1~Host: a~Content-Length: x~~",
        "no host | GET /tenant HTTP/1.1~~",
        "two hosts | GET /tenant HTTP/1.1~Host: a~Host: b~~",
        "a method that is no token | G(T /tenant HTTP/1.1~Host: a~~",
        "a path that is none | GET /ten<ant HTTP/1.1~Host: a~~",
      })
  void shouldBeAnsweredByAProblemAndTheEndOfTheConnection(String what, String request)
      throws IOException {
    String answer = answer(request.replace("~", "\r\n"));
    assertThat(answer).as(what).matches("(?s)HTTP/1.1 (400|501).*");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT))
        .contains("connection: close", "application/problem+json", "x-content-type-options")
        .containsPattern("\"code\":\"(request-malformed|not-implemented)\"")
        .doesNotContain("<html", "tomcat");
  }

  /** What holds where nobody is heard of: heads, idle connections, and all of them. */
  @Test
  void shouldBoundConnectionsInNumberAndTime() {
    var server =
        (TomcatWebServer)
            requireNonNull(((WebServerApplicationContext) context).getWebServer(), "server");
    var http = (AbstractHttp11Protocol<?>) server.getTomcat().getConnector().getProtocolHandler();
    assertThat(http.getMaxConnections()).isEqualTo(8_192);
    assertThat(http.getConnectionTimeout()).isEqualTo(20_000);
    assertThat(http.getKeepAliveTimeout()).isEqualTo(60_000);
    assertThat(http.getConnectionUploadTimeout()).isEqualTo(40_000);
    assertThat(http.getMaxHttpRequestHeaderSize()).isEqualTo(8 * 1024);
    assertThat(http.getMaxHeaderCount()).isEqualTo(100);
  }

  private static String answer(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", Http.service(context).port())) {
      socket.setSoTimeout(ANSWERS_WITHIN_MS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
