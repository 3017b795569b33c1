package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.LongSupplier;

/** Sends one request of lines without an end, as fast as they are taken, and reads the answers. */
final class LineSender extends Sender {

  private static final int OK = 200;
  private static final String LAST_CHUNK = "0\r\n\r\n";

  private final Payment payment;
  private final LongSupplier numbers;
  private final Window window;
  private final ByteBuffer chunk;
  private final List<Integer> places;
  private final ResultLines lines;
  private ByteBuffer writing;
  private long sent;
  private boolean ending;

  /**
   * @param head of the request
   * @param form of a chunk, with places for the events' numbers
   */
  LineSender(
      Selector selector,
      int port,
      String head,
      String form,
      Payment payment,
      LongSupplier numbers,
      Window window)
      throws IOException {
    super(selector, port);
    this.payment = payment;
    this.numbers = numbers;
    this.window = window;
    this.writing = ascii(head + "Transfer-Encoding: chunked\r\n\r\n");
    this.chunk = ascii(form);
    this.places = payment.places(form);
    this.lines = new ResultLines();
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.allocateDirect(text.length()).put(text.getBytes(US_ASCII)).flip();
  }

  @Override
  void begin() throws IOException {
    writable();
  }

  /** One chunk at a time: other connections and the answers have their turn. */
  @Override
  void writable() throws IOException {
    if (!writing.hasRemaining() && !ending) {
      writing = next();
    }
    write(writing, !ending);
  }

  private ByteBuffer next() {
    if (window.isOver(System.nanoTime())) {
      ending = true;
      return ascii(LAST_CHUNK);
    }
    for (int line = 0; line < places.size(); line++) {
      payment.number(chunk, places.get(line), numbers.getAsLong());
    }
    sent += places.size();
    return chunk.rewind();
  }

  @Override
  public void body(byte[] bytes, int from, int to) throws IOException {
    int accepted = lines.read(bytes, from, to);
    if (accepted > 0) {
      long now = System.nanoTime();
      window.accepted(accepted, now, now);
    }
  }

  @Override
  public void ended(int status, boolean last) throws IOException {
    if (status != OK || !ending || writing.hasRemaining()) {
      throw new IOException("The stream ended early, status " + status + ": " + lines.last());
    }
    lines.requireAll(sent);
    done();
  }
}
