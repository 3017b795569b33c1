package dev.perennial.ingest.ndjson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.ingest.Service;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers while it sends, as Java's own client does not. */
public final class StreamClient implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int READ_TIMEOUT_MILLIS = 60_000;

  private final Socket socket = new Socket();
  private final OutputStream out;
  private final InputStream in;
  private InputStream answer = InputStream.nullInputStream();
  private int status;

  private StreamClient(URI events) {
    try {
      socket.connect(new InetSocketAddress(events.getHost(), events.getPort()));
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      out = socket.getOutputStream();
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static StreamClient open(Service service, String... headers) {
    return open(service.events(), service.key(), headers);
  }

  public static StreamClient open(URI events, String key, String... headers) {
    StreamClient client = new StreamClient(events);
    client.write(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                .formatted(
                    events.getPath() + (events.getQuery() == null ? "" : "?" + events.getQuery()))
            + "Content-Type: application/x-ndjson\r\nAuthorization: Bearer %s\r\n".formatted(key)
            + String.join("", Arrays.stream(headers).map(header -> header + "\r\n").toList())
            + "\r\n");
    return client;
  }

  /** One line, an event's text on one. */
  public static String line(String event) {
    return event.replace('\n', ' ').strip() + "\n";
  }

  public StreamClient send(String text) {
    return send(text.getBytes(UTF_8));
  }

  StreamClient send(byte[] bytes) {
    write(Integer.toHexString(bytes.length) + "\r\n");
    write(bytes);
    write("\r\n");
    return this;
  }

  public StreamClient end() {
    write("0\r\n\r\n");
    return this;
  }

  private void write(String text) {
    write(text.getBytes(ISO_8859_1));
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes away in the middle, but listens on. */
  void breakOff() throws IOException {
    socket.shutdownOutput();
  }

  int status() {
    readHead();
    return status;
  }

  /** The next line of the answer. */
  public JsonNode next() {
    readHead();
    try {
      return JSON.readTree(line(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All lines up to the last one, which it is too. */
  public List<JsonNode> rest() {
    List<JsonNode> lines = new ArrayList<>();
    do {
      lines.add(next());
    } while (!lines.getLast().has("summary"));
    return lines;
  }

  private void readHead() {
    if (status > 0) {
      return;
    }
    try {
      status = Integer.parseInt(line(in).split(" ")[1]);
      boolean chunked = false;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        chunked |= header.equalsIgnoreCase("transfer-encoding: chunked");
      }
      answer = chunked ? new Chunks(in) : in;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("The answer ended within a line");
      }
      line.write(next);
    }
    return line.toString(UTF_8).stripTrailing();
  }

  /** An answer's chunks as one body. */
  private static final class Chunks extends InputStream {

    private final InputStream in;
    private int left;

    Chunks(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        left = Integer.parseInt(line(in), 16);
        if (left == 0) {
          return -1;
        }
      }
      int next = in.read();
      left--;
      if (left == 0) {
        line(in);
      }
      return next;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
