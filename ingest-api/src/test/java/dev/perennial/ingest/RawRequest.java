package dev.perennial.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A request byte by byte, as no HTTP client would send it. */
final class RawRequest {

  private static final int ANSWERS_WITHIN_MILLIS = 20_000;

  private final URI to;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private RawRequest(URI to) {
    this.to = to;
  }

  /**
   * @param head with ~ for the end of a line
   */
  static RawRequest of(Service service, String head) {
    RawRequest request = new RawRequest(service.events());
    request.bytes.writeBytes(
        head.replace("~", "\r\n").replace("KEY", service.key()).getBytes(ISO_8859_1));
    return request;
  }

  RawRequest body(byte[] body) {
    bytes.writeBytes(body);
    return this;
  }

  RawRequest body(String body) {
    return body(body.getBytes(UTF_8));
  }

  /** What comes until the server ends the connection. */
  String answer() {
    try (Socket socket = open()) {
      socket.getOutputStream().write(bytes.toByteArray());
      return rest(socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The same, where nothing is sent after this either. */
  String answerToAnEndedRequest() {
    try (Socket socket = open()) {
      socket.getOutputStream().write(bytes.toByteArray());
      socket.shutdownOutput();
      return rest(socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The same, where one byte comes after the other until an answer does. */
  String answerToDrops(String body, long millisBetween) {
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes.toByteArray());
      for (byte drop : body.getBytes(UTF_8)) {
        if (socket.getInputStream().available() > 0) {
          break;
        }
        out.write(drop);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millisBetween));
      }
      return rest(socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(to.getHost(), to.getPort());
    socket.setSoTimeout(ANSWERS_WITHIN_MILLIS);
    return socket;
  }

  private static String rest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), ISO_8859_1);
  }
}
