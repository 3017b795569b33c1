package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/** Reads HTTP/1.1 answers from one connection, as their bytes come in. */
final class Answers {

  private static final int LONGEST_LINE = 8_192;
  private static final String LENGTH = "content-length:";
  private static final String ENCODING = "transfer-encoding:";
  private static final String CONNECTION = "connection:";

  /** Told what an answer has. */
  interface Reader {

    /** A part of the body. */
    void body(byte[] bytes, int from, int to) throws IOException;

    /**
     * @param last whether the server closes the connection behind this answer
     */
    void ended(int status, boolean last) throws IOException;
  }

  private enum State {
    STATUS,
    HEADER,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  private final Reader reader;
  private final byte[] line = new byte[LONGEST_LINE];
  private int length;
  private State state = State.STATUS;
  private int status;
  private boolean chunked;
  private boolean last;

  /** Of the body or of the chunk; below 0 while no header has told it. */
  private long left;

  Answers(Reader reader) {
    this.reader = reader;
  }

  /** Whether nothing of an answer has come yet. */
  boolean isBetween() {
    return state == State.STATUS && length == 0;
  }

  void read(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      if (state == State.BODY || state == State.CHUNK) {
        int end = (int) Math.min(to, at + left);
        reader.body(bytes, at, end);
        left -= end - at;
        at = end;
        if (left == 0) {
          partEnded();
        }
      } else {
        at = line(bytes, at, to);
      }
    }
  }

  private void partEnded() throws IOException {
    if (state == State.CHUNK) {
      state = State.CHUNK_END;
    } else {
      answerEnded();
    }
  }

  private int line(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      byte next = bytes[at++];
      if (next == '\n') {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        lineEnded(end);
        return at;
      }
      if (length == LONGEST_LINE) {
        throw new IOException("A line of an answer's head is too long");
      }
      line[length++] = next;
    }
    return at;
  }

  private void lineEnded(int end) throws IOException {
    switch (state) {
      case STATUS -> status(end);
      case HEADER -> header(end);
      case CHUNK_SIZE -> {
        left = Long.parseLong(text(0, end), 16);
        state = left == 0 ? State.TRAILER : State.CHUNK;
      }
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILER -> {
        if (end == 0) {
          answerEnded();
        }
      }
      case BODY, CHUNK -> throw new IllegalStateException("No line ends in " + state);
    }
  }

  private void status(int end) throws IOException {
    String said = text(0, end);
    if (!said.startsWith("HTTP/1.1 ") || end < 12) {
      throw new IOException("Not an answer: " + said);
    }
    status = Integer.parseInt(said.substring(9, 12));
    chunked = false;
    last = false;
    left = -1;
    state = State.HEADER;
  }

  private void header(int end) throws IOException {
    if (end == 0) {
      headEnded();
    } else if (begins(LENGTH)) {
      left = Long.parseLong(text(LENGTH.length(), end));
    } else if (begins(ENCODING)) {
      chunked = text(ENCODING.length(), end).equalsIgnoreCase("chunked");
    } else if (begins(CONNECTION)) {
      last = text(CONNECTION.length(), end).equalsIgnoreCase("close");
    }
  }

  private void headEnded() throws IOException {
    if (chunked) {
      state = State.CHUNK_SIZE;
    } else if (left < 0) {
      throw new IOException("An answer of status " + status + " does not say how long it is");
    } else if (left == 0) {
      answerEnded();
    } else {
      state = State.BODY;
    }
  }

  private void answerEnded() throws IOException {
    state = State.STATUS;
    reader.ended(status, last);
  }

  /** Lower case is what it asks for; no byte of a header's name is changed by it but letters. */
  private boolean begins(String name) {
    for (int at = 0; at < name.length(); at++) {
      byte found = line[at];
      if ((found >= 'A' && found <= 'Z' ? found + 32 : found) != name.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    return new String(line, from, to - from, ISO_8859_1).strip();
  }
}
