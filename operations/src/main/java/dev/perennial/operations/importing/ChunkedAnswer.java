package dev.perennial.operations.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an HTTP/1.1 answer that comes in chunks (RFC 9112, section 7.1). */
final class ChunkedAnswer extends InputStream {

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int HEXADECIMAL = 16;

  private final InputStream in;
  private long left;
  private boolean ended;

  /**
   * @param in buffered
   */
  ChunkedAnswer(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int next = in.read();
    if (next < 0) {
      throw new EOFException("The answer was cut off");
    }
    left--;
    if (left == 0) {
      line(in);
    }
    return next;
  }

  private void nextChunk() throws IOException {
    try {
      left = Long.parseLong(line(in).split(";", 2)[0].strip(), HEXADECIMAL);
    } catch (NumberFormatException none) {
      throw new IOException("The answer is not HTTP", none);
    }
    ended = left == 0;
  }

  /**
   * A line without its end.
   *
   * @throws IOException if the input ends within it, or it is longer than 64 KB
   */
  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The answer was cut off");
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("A line of the answer is too long");
      }
      line.write(next);
    }
    return line.toString(UTF_8).stripTrailing();
  }
}
