package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A body that ends with 413 where it grows past its limit, however it was sent. */
final class BoundedBody extends ServletInputStream {

  private final InputStream body;
  private final long limit;
  private long taken;
  private boolean finished;

  /**
   * @param body inflated already
   * @param limit bytes
   */
  BoundedBody(InputStream body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  static ProblemException tooLarge() {
    return new ProblemException(413, "body-too-large", "The body is larger than permitted.");
  }

  static ProblemException badEncoding() {
    return new ProblemException(400, "encoding", "The body is not what its encoding says.");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = inflate(bytes, offset, length);
    finished = count < 0;
    taken += Math.max(count, 0);
    if (taken > limit) {
      throw tooLarge();
    }
    return count;
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      return body.read(bytes, offset, length);
    } catch (ZipException | EOFException broken) {
      throw badEncoding();
    }
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new IllegalStateException("Bodies are read on virtual threads, never asynchronously");
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
