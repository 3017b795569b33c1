package dev.perennial.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
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
  void shouldInflateSeveralMembersAndNothingElseBehindThem() throws IOException {
    byte[] half = gzip(new byte[LIMIT / 2]);
    HttpResponse<String> both = http.post("/length", joined(half, half), encoded("gzip"));
    assertThat(Http.json(both).path("length").intValue()).isEqualTo(LIMIT);
    for (byte[] rest : List.of(new byte[1], new byte[100], Arrays.copyOf(half, 15))) {
      expect(http.post("/length", joined(half, rest), encoded("gzip")), 400, "encoding");
    }
  }

  /** Whether more comes is seen from the body's end, not from what has arrived. */
  @Test
  void shouldWaitForTheNextMember() throws IOException {
    byte[] half = gzip(new byte[LIMIT / 2]);
    var drops =
        new FilterInputStream(new ByteArrayInputStream(joined(half, half))) {
          @Override
          public int available() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(1, length));
          }
        };
    assertThat(new Inflated(drops).readAllBytes()).hasSize(LIMIT);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
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
