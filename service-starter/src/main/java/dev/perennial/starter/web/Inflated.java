package dev.perennial.starter.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A body as gzip, of one member or several (RFC 1952, section 2.2), and nothing behind them. Java's
 * own stream looks for another member only where bytes have arrived already, and ignores what is
 * none: part of a body would be taken for all of it.
 */
final class Inflated extends GZIPInputStream {

  private static final int TRAILER_BYTES = 8;

  private final Compressed compressed;

  Inflated(InputStream body) throws IOException {
    this(new Compressed(body));
  }

  private Inflated(Compressed compressed) throws IOException {
    super(compressed);
    this.compressed = compressed;
  }

  /**
   * @throws ZipException if something follows that is no member
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0 && (compressed.goesOn || inf.getRemaining() > TRAILER_BYTES)) {
      throw new ZipException("Something follows the compressed data");
    }
    return count;
  }

  /** Says truly whether more comes; it is asked that at the end of each member. */
  private static final class Compressed extends PushbackInputStream {

    private boolean goesOn;

    Compressed(InputStream body) {
      super(body, 1);
    }

    @Override
    public int available() throws IOException {
      int next = read();
      goesOn = next >= 0;
      if (goesOn) {
        unread(next);
      }
      return goesOn ? 1 : 0;
    }
  }
}
