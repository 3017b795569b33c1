package dev.perennial.ingest.ndjson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a body into lines; of one that is too long nothing is kept. */
final class LineReader {

  private static final int READ_AT_ONCE = 64 * 1024;

  private final InputStream body;
  private final int longest;
  private final byte[] read = new byte[READ_AT_ONCE];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int end;
  private long number;
  private boolean begun;
  private boolean blank = true;
  private boolean tooLong;

  /**
   * @param longest bytes of a line, its end not counted
   */
  LineReader(InputStream body, int longest) {
    this.body = body;
    this.longest = longest;
  }

  /**
   * The next line that is not blank; the last one needs no end.
   *
   * @return null at the end of the body
   */
  @Nullable Line next() throws IOException {
    while (at < end || fill()) {
      if (takeToNewline() && !blank) {
        return taken();
      }
    }
    if (!begun || blank) {
      return null;
    }
    number++;
    begun = false;
    return taken();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = body.read(read);
    return end > 0;
  }

  /** Whether the line has ended. */
  private boolean takeToNewline() {
    startLine();
    int newline = at;
    while (newline < end && read[newline] != '\n') {
      blank &= isSpace(read[newline]);
      newline++;
    }
    keep(at, newline - at);
    boolean ended = newline < end;
    at = ended ? newline + 1 : end;
    if (ended) {
      number++;
      begun = false;
    }
    return ended;
  }

  private void startLine() {
    if (!begun) {
      line.reset();
      blank = true;
      tooLong = false;
      begun = true;
    }
  }

  private void keep(int from, int length) {
    if (tooLong || line.size() + length > longest) {
      tooLong = true;
      line.reset();
    } else {
      line.write(read, from, length);
    }
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\t' || character == '\r';
  }

  private Line taken() {
    return new Line(number, tooLong ? null : line.toByteArray());
  }
}
