package dev.perennial.ingest.ndjson;

import dev.perennial.starter.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of a stream: bounded as a whole, and watched for silence. */
final class Body extends FilterInputStream {

  private static final long NOT_READING = Long.MIN_VALUE;

  private final Ending ending;
  private final long most;
  private long taken;
  private volatile long readingSince = NOT_READING;

  /** Nothing of the body is wanted any more. */
  static final class Unwanted extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param most bytes, inflated
   */
  Body(InputStream body, Ending ending, long most) {
    super(body);
    this.ending = ending;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws Unwanted if the stream is ending
   * @throws ProblemException 413 if the body is too large
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (ending.hasBegun()) {
      throw new Unwanted();
    }
    readingSince = System.nanoTime();
    int count = super.read(bytes, offset, length);
    readingSince = NOT_READING;
    taken += Math.max(count, 0);
    if (taken > most) {
      throw new ProblemException(413, "stream-too-large", "The stream is larger than permitted.");
    }
    return count;
  }

  /** Whether the sender has been silent for longer than that; not while nobody listens to it. */
  boolean isSilentFor(Duration longest) {
    long since = readingSince;
    return since != NOT_READING && System.nanoTime() - since > longest.toNanos();
  }
}
