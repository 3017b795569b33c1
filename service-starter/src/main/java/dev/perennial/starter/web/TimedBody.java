package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemException;
import dev.perennial.starter.problem.ProblemStatus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/**
 * A body that ends with 408 where it comes too slowly: each byte adds to the time that the whole
 * may take. Only the waiting for it counts.
 */
final class TimedBody extends FilterInputStream {

  /** A slow line of 128 kbit/s. */
  private static final long BYTES_PER_SECOND = 16 * 1024;

  private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND;

  private static final int REQUEST_TIMEOUT = 408;

  private final long patience;
  private long taken;
  private long waited;

  /**
   * @param patience what the sender has beyond the time that the bytes take
   */
  TimedBody(InputStream body, Duration patience) {
    super(body);
    this.patience = patience.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    long start = System.nanoTime();
    int count = readOrGiveUp(bytes, offset, length);
    waited += System.nanoTime() - start;
    taken += Math.max(count, 0);
    if (waited > patience + taken * NANOS_PER_BYTE) {
      throw tooSlow();
    }
    return count;
  }

  private int readOrGiveUp(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException failed) {
      // The server's own patience with a silent sender; it has decided on a 408 by then.
      if (failed instanceof SocketTimeoutException
          || failed.getCause() instanceof SocketTimeoutException) {
        throw tooSlow();
      }
      throw failed;
    }
  }

  private static ProblemException tooSlow() {
    return new ProblemException(ProblemStatus.problem(REQUEST_TIMEOUT))
        .with(HttpHeaders.CONNECTION, "close");
  }
}
