package dev.perennial.ingest.ndjson;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines that were read and wait to be sent, few enough for one chunk. Whoever takes them takes all:
 * a slow stream is sent line by line at once, a fast one in chunks.
 */
final class LineBuffer {

  static final int MOST_LINES = 500;
  static final int MOST_BYTES = 1024 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Line> lines = new ArrayList<>();
  private long bytes;
  private boolean finished;
  private boolean closed;

  /**
   * Adds a line, when there is room.
   *
   * @return false if no line is taken any more
   */
  boolean put(Line line) throws InterruptedException {
    lock.lock();
    try {
      while (!closed && !hasRoom(line)) {
        changed.await();
      }
      if (!closed) {
        lines.add(line);
        bytes += line.length();
        changed.signalAll();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(Line line) {
    return lines.isEmpty() || (lines.size() < MOST_LINES && bytes + line.length() <= MOST_BYTES);
  }

  /**
   * Takes what is there, when something is.
   *
   * @return nothing if nothing will come any more
   */
  List<Line> take() throws InterruptedException {
    lock.lock();
    try {
      while (lines.isEmpty() && !finished && !closed) {
        changed.await();
      }
      List<Line> taken = closed ? List.of() : lines;
      lines = new ArrayList<>();
      bytes = 0;
      changed.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** The body has ended: what is there is the rest. */
  void finish() {
    lock.lock();
    try {
      finished = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** No line is put or taken any more; does nothing to a body that was taken as a whole. */
  void close() {
    lock.lock();
    try {
      closed = !isComplete();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether every line of the body was taken. */
  boolean isComplete() {
    lock.lock();
    try {
      return finished && !closed && lines.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
