package dev.perennial.starter.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class ProblemsTest {

  private static ConfigurableApplicationContext context;
  private static Http http;

  @BeforeAll
  static void start() {
    context = TestService.start();
    http = Http.service(context);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere-sesame, application/octet-stream, */*, 404, not-found",
    "GET, /error, application/octet-stream, */*, 404, not-found",
    "GET, /length, application/octet-stream, */*, 405, method-not-allowed",
    "DELETE, /length, application/octet-stream, */*, 405, method-not-allowed",
    "POST, /length, text/sesame, */*, 415, media-type",
    "POST, /length, multipart/form-data, */*, 415, media-type",
    "GET, /asked?=sesame, application/octet-stream, */*, 400, request-malformed",
    "POST, /length, application/octet-stream, text/xml, 406, not-acceptable",
    "GET, /fail, application/octet-stream, */*, 500, internal",
    "GET, /forgotten, application/octet-stream, */*, 500, internal",
    "GET, /tenant, application/octet-stream, */*, 401, unauthenticated",
  })
  void shouldAnswerWithACodeAndWithoutEcho(
      String method, String path, String contentType, String accept, int status, String code) {
    HttpResponse<String> response =
        http.send(
            method,
            path,
            BodyPublishers.ofString("open sesame"),
            "Content-Type",
            contentType,
            "Accept",
            accept);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
    assertThat(Http.code(response)).isEqualTo(code);
    assertThat(Http.json(response).path("status").intValue()).isEqualTo(status);
    assertThat(response.body()).doesNotContain("sesame", "secret", "Exception", "dev.perennial");
  }

  @Test
  void shouldNameTheMethodsThatAPathHas() {
    assertThat(http.get("/length").headers().firstValue("Allow")).contains("POST");
  }

  /** Written by hand: the JDK's client sends no TRACE. */
  @Test
  void shouldAnswerTraceWithAllow() throws IOException {
    String answer = raw("TRACE /length HTTP/1.1\r\nHost: x\r\nX-Open: sesame\r\n");
    assertThat(answer).startsWith("HTTP/1.1 405").contains("Allow: POST").doesNotContain("sesame");
  }

  @Test
  void shouldTellNothingAboutARequestThatIsNoHttp() throws IOException {
    assertThat(raw("GET /{sesame} HTTP/1.1\r\nHost: x\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("sesame", "Exception", "Tomcat");
  }

  @Test
  void shouldSendSecurityHeaders() {
    var headers = http.get("/nowhere").headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  private static String raw(String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", http.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
      out.flush();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
