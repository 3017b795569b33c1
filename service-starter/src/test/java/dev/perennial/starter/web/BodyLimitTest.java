package dev.perennial.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class BodyLimitTest {

  private static final int LIMIT = 10 * 1024;
  private static final String[] PLAIN = {"Content-Type", "application/octet-stream"};

  private static ConfigurableApplicationContext context;
  private static Http http;

  @BeforeAll
  static void start() {
    context = TestService.start("perennial.web.max-body=10KB", "perennial.web.streams=text/stream");
    http = Http.service(context);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void shouldTakeABodyOfExactlyTheLimit() {
    assertThat(Http.json(http.post("/length", new byte[LIMIT], PLAIN)).path("length").intValue())
        .isEqualTo(LIMIT);
  }

  @Test
  void shouldRefuseADeclaredBodyOverTheLimit() {
    expect(http.post("/length", new byte[LIMIT + 1], PLAIN), 413, "body-too-large");
  }

  @Test
  void shouldRefuseAChunkedBodyOverTheLimit() {
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]));
    expect(http.send("POST", "/length", chunked, PLAIN), 413, "body-too-large");
  }

  /** Here nobody takes a stream: that answer comes from behind the filter. */
  @Test
  void shouldLeaveTheBoundOfAStreamToItsReader() {
    String[] stream = {"Content-Type", "Text/Stream; charset=utf-8"};
    expect(http.post("/length", new byte[LIMIT + 1], stream), 415, "media-type");
  }

  @Test
  void shouldInflateGzip() throws IOException {
    HttpResponse<String> response = http.post("/length", gzip(new byte[LIMIT]), encoded("gzip"));
    assertThat(Http.json(response).path("length").intValue()).isEqualTo(LIMIT);
  }

  @Test
  void shouldCountInflatedBytes() throws IOException {
    byte[] bomb = gzip(new byte[1_000_000]);
    assertThat(bomb.length).isLessThan(LIMIT);
    expect(http.post("/length", bomb, encoded("gzip")), 413, "body-too-large");
  }

  @Test
  void shouldRefuseBrokenGzip() throws IOException {
    byte[] whole = gzip(new byte[LIMIT]);
    expect(
        http.post("/length", Arrays.copyOf(whole, whole.length / 2), encoded("gzip")),
        400,
        "encoding");
    expect(http.post("/length", new byte[] {1, 2, 3}, encoded("gzip")), 400, "encoding");
  }

  @Test
  void shouldRefuseOtherEncodings() {
    expect(http.post("/length", new byte[1], encoded("br")), 415, "media-type");
  }

  private static void expect(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Http.code(response)).isEqualTo(code);
  }

  private static String[] encoded(String encoding) {
    return new String[] {PLAIN[0], PLAIN[1], "Content-Encoding", encoding};
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.toByteArray();
  }
}
