package dev.perennial.operations.importing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 request whose answer is read while its body is written. Java's own client hands the
 * answer over when the body is sent: too late for a stream that is answered line by line.
 */
final class IngestStream implements AutoCloseable {

  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
  private static final Duration SILENT_FOR_AT_MOST = Duration.ofSeconds(60);
  private static final int BUFFER = 32 * 1024;
  private static final int MOST_HEADERS = 100;

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;

  /**
   * The beginning of an answer.
   *
   * @param headers by their names in lower case
   */
  record Head(int status, Map<String, String> headers) {}

  private IngestStream(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  /**
   * Sends the head of the request.
   *
   * @param events http or https
   */
  static IngestStream open(URI events, String key) throws IOException {
    Socket socket = connect(events);
    try {
      socket.setTcpNoDelay(true);
      IngestStream stream = new IngestStream(socket);
      stream.write(
          "POST %s HTTP/1.1\r\nHost: %s\r\n".formatted(target(events), events.getRawAuthority())
              + "User-Agent: perennial\r\nAuthorization: Bearer "
              + key
              + "\r\nContent-Type: application/x-ndjson\r\nAccept: application/x-ndjson\r\n"
              + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
      stream.out.flush();
      return stream;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static String target(URI uri) {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static Socket connect(URI events) throws IOException {
    boolean secure = "https".equals(events.getScheme().toLowerCase(Locale.ROOT));
    int port = events.getPort() >= 0 ? events.getPort() : secure ? 443 : 80;
    Socket plain = new Socket();
    try {
      plain.connect(
          new InetSocketAddress(events.getHost(), port), (int) CONNECTS_WITHIN.toMillis());
      plain.setSoTimeout((int) SILENT_FOR_AT_MOST.toMillis());
      return secure ? secured(plain, events.getHost(), port) : plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
  }

  /** The request's body: what is flushed is sent as a chunk, and closing it ends the body alone. */
  OutputStream body() {
    return new BufferedOutputStream(new Chunks(), BUFFER);
  }

  private final class Chunks extends OutputStream {

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        IngestStream.this.write(Integer.toHexString(length) + "\r\n");
        out.write(bytes, offset, length);
        IngestStream.this.write("\r\n");
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      IngestStream.this.write("0\r\n\r\n");
      out.flush();
    }
  }

  /** Waits for the answer to begin. */
  Head head() throws IOException {
    String[] words = ChunkedAnswer.line(in).split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
      throw new IOException("The answer is not HTTP");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = ChunkedAnswer.line(in); !line.isEmpty(); line = ChunkedAnswer.line(in)) {
      String[] parts = line.split(":", 2);
      if (parts.length == 2 && headers.size() < MOST_HEADERS) {
        headers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
      }
    }
    return new Head(Integer.parseInt(words[1]), headers);
  }

  /** The answer's body, to be read behind its head. */
  InputStream answer(Head head) {
    boolean chunked =
        head.headers().getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
    return chunked ? new ChunkedAnswer(in) : in;
  }

  /** Also wakes whoever reads or writes. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
