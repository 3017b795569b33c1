package dev.perennial.starter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A service with a certificate of its own, in PEM files. */
class TlsTest {

  private static final String BUNDLE = "spring.ssl.bundle.pem.server.";
  private static final int FATAL = 2;
  private static final int PROTOCOL_VERSION = 70;
  private static final int ALERT = 0x15;

  /** A client that knows TLS 1.1 at most (RFC 4346): version, random, one cipher suite. */
  private static final byte[] HELLO_OF_TLS_1_1 =
      HexFormat.of()
          .parseHex(
              "160302002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002c014" + "0100");

  @TempDir private static Path folder;
  private static Path certificateFile;
  private static Path keyFile;
  private static Certificate first;
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException {
    certificateFile = folder.resolve("tls.crt");
    keyFile = folder.resolve("tls.key");
    first = Certificate.make(folder);
    first.writeTo(certificateFile, keyFile);
    context =
        TestService.start(
            "server.ssl.bundle=server",
            BUNDLE + "reload-on-update=true",
            BUNDLE + "keystore.certificate=" + certificateFile.toUri(),
            BUNDLE + "keystore.private-key=" + keyFile.toUri(),
            "spring.ssl.bundle.watch.file.quiet-period=50ms");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void shouldAnswerOverTlsAndTakeANewCertificateWithoutARestart()
      throws IOException, GeneralSecurityException {
    try (SSLSocket socket = connect(first)) {
      String answer =
          answer(
              socket,
              "POST /length HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/octet-stream\r\nContent-Length: 3\r\n\r\nabc");
      assertThat(answer)
          .startsWith("HTTP/1.1 200")
          .contains("{\"length\":3}", "Strict-Transport-Security: max-age=31536000\r\n");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }

    Certificate second = Certificate.make(folder);
    second.writeTo(certificateFile, keyFile);
    await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> isServed(second));
  }

  private static boolean isServed(Certificate expected)
      throws IOException, GeneralSecurityException {
    try (SSLSocket socket = connect(expected)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate served
          && served.equals(expected.certificate());
    }
  }

  /** By Java's own list of what is disabled; this holds it to that. */
  @Test
  void shouldRefuseTls11() throws IOException {
    try (Socket socket = new Socket("localhost", port())) {
      socket.getOutputStream().write(HELLO_OF_TLS_1_1);
      byte[] alert = socket.getInputStream().readNBytes(7);
      assertThat(alert).hasSize(7);
      assertThat(new int[] {alert[0], alert[5], alert[6]})
          .containsExactly(ALERT, FATAL, PROTOCOL_VERSION);
    }
  }

  @Test
  void shouldSayOfPlainHttpThatItIsNotWellFormed() throws IOException {
    try (Socket socket = new Socket("localhost", port())) {
      assertThat(answer(socket, "GET /tenant HTTP/1.1\r\nHost: localhost\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .doesNotContain("Strict-Transport-Security");
    }
  }

  private static String answer(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  private static int port() {
    return Http.service(context).port();
  }

  private static SSLSocket connect(Certificate trusted)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("server", trusted.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return (SSLSocket) tls.getSocketFactory().createSocket("localhost", port());
  }
}
