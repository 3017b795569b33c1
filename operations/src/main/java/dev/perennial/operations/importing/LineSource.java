package dev.perennial.operations.importing;

import dev.perennial.operations.OperationException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of lines, as it is or in gzip. */
final class LineSource implements AutoCloseable {

  /** Ingest takes no longer line, however it is configured. */
  static final int LONGEST = 1024 * 1024;

  private static final int BUFFER = 64 * 1024;
  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;

  private final Path file;
  private final InputStream in;
  private long number;

  private LineSource(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * @param file {@code -} for standard input
   * @param standardInput what that is
   */
  static LineSource open(Path file, InputStream standardInput) {
    try {
      return new LineSource(
          file, inflated(file.toString().equals("-") ? standardInput : Files.newInputStream(file)));
    } catch (IOException e) {
      throw OperationException.cannotRead(file, e);
    }
  }

  private static InputStream inflated(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean gzip = in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }

  /**
   * @return null at the end
   * @throws OperationException if the file cannot be read on
   */
  @Nullable FileLine next() {
    try {
      FileLine line = line();
      while (line != null && isBlank(line)) {
        line = line();
      }
      return line;
    } catch (IOException e) {
      throw OperationException.cannotRead(file, e);
    }
  }

  private @Nullable FileLine line() throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean tooLong = false;
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (text.size() < LONGEST) {
        text.write(next);
      } else {
        tooLong = true;
      }
    }
    return new FileLine(number, text.toByteArray(), tooLong);
  }

  private static boolean isBlank(FileLine line) {
    if (line.tooLong()) {
      return false;
    }
    for (byte character : line.text()) {
      if (character != ' ' && character != '\t' && character != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw OperationException.cannotRead(file, e);
    }
  }
}
