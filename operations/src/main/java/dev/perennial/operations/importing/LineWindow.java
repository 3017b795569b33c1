package dev.perennial.operations.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were read and not yet answered, in their order: those that a new stream sends again. A
 * bounded number of them, whatever the file's size; so no file is read twice, and standard input is
 * resumed like one.
 */
final class LineWindow {

  private static final int MOST_LINES = 5_000;
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Sent in this stream, not answered. */
  private final Deque<FileLine> sent = new ArrayDeque<>();

  private final Deque<FileLine> unsent = new ArrayDeque<>();
  private long bytes;
  private boolean ended;
  private boolean paused;
  private @Nullable RuntimeException failure;

  /** Adds a line of the file, when there is room. */
  void add(FileLine line) throws InterruptedException {
    lock.lock();
    try {
      while (size() >= MOST_LINES || (size() > 0 && bytes + line.text().length > MOST_BYTES)) {
        changed.await();
      }
      unsent.add(line);
      bytes += line.text().length;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int size() {
    return sent.size() + unsent.size();
  }

  /**
   * No line follows.
   *
   * @param why the file cannot be read on; null at its end
   */
  void end(@Nullable RuntimeException why) {
    lock.lock();
    try {
      ended = true;
      failure = why;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins a stream: all lines that are not answered count as unsent. Waits for a line.
   *
   * @return whether there is one
   * @throws RuntimeException why the file cannot be read on, once all before is answered
   */
  boolean rewind() throws InterruptedException {
    lock.lock();
    try {
      while (!sent.isEmpty()) {
        unsent.addFirst(sent.removeLast());
      }
      paused = false;
      while (unsent.isEmpty() && !ended) {
        changed.await();
      }
      if (unsent.isEmpty() && failure != null) {
        throw failure;
      }
      return !unsent.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next line to send, when there is one.
   *
   * @return null where none follows, or the stream is over
   */
  @Nullable FileLine send() throws InterruptedException {
    lock.lock();
    try {
      while (unsent.isEmpty() && !ended && !paused) {
        changed.await();
      }
      if (paused || unsent.isEmpty()) {
        return null;
      }
      FileLine line = unsent.removeFirst();
      sent.addLast(line);
      return line;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a line can be sent at once. */
  boolean hasUnsent() {
    lock.lock();
    try {
      return !unsent.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** The stream is over: whoever waits for a line to send gets none. */
  void pause() {
    lock.lock();
    try {
      paused = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the oldest line that was sent: it is answered.
   *
   * @return null if there is none
   */
  @Nullable FileLine answered() {
    lock.lock();
    try {
      FileLine line = sent.pollFirst();
      if (line != null) {
        bytes -= line.text().length;
        changed.signalAll();
      }
      return line;
    } finally {
      lock.unlock();
    }
  }
}
