package dev.perennial.ingest.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;

/**
 * One request on a connection of its own, by hand: what becomes of the connection shows, which a
 * client with a pool hides.
 *
 * @param status of the answer; 0 where there was none
 * @param connected whether somebody took the connection
 * @param retryAfter whether the answer says when to try again
 */
record Exchange(int status, boolean connected, boolean retryAfter) {

  private static final int PATIENCE_MS = (int) Duration.ofSeconds(30).toMillis();

  static Exchange post(int port, String key, String contentType, String body) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
      return exchange(socket, request(key, contentType, body));
    } catch (ConnectException refused) {
      return new Exchange(0, false, false);
    } catch (IOException cut) {
      return new Exchange(0, true, false);
    }
  }

  private static Exchange exchange(Socket socket, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    InputStream answer = socket.getInputStream();
    String head = new String(answer.readAllBytes(), UTF_8);
    if (!head.startsWith("HTTP/1.1 ")) {
      return new Exchange(0, true, false);
    }
    boolean retryAfter = head.toLowerCase(Locale.ROOT).contains("\r\nretry-after:");
    return new Exchange(Integer.parseInt(head.substring(9, 12)), true, retryAfter);
  }

  private static byte[] request(String key, String contentType, String body) {
    return """
        POST /v1/events HTTP/1.1
        Host: 127.0.0.1
        Connection: close
        Authorization: Bearer %s
        Content-Type: %s
        Content-Length: %d

        """
        .formatted(key, contentType, body.getBytes(UTF_8).length)
        .replace("\n", "\r\n")
        .concat(body)
        .getBytes(UTF_8);
  }
}
