package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/** The answers to lines, each of which must be the next one's and say accepted. */
final class ResultLines {

  private static final int LONGEST = 4_096;
  private static final byte[] BEGINNING = "{\"line\":".getBytes(US_ASCII);
  private static final byte[] ACCEPTED = ",\"status\":\"accepted\",".getBytes(US_ASCII);

  private final byte[] line = new byte[LONGEST];
  private int length;
  private long accepted;
  private String summary = "";

  /** How many lines more were accepted. */
  int read(byte[] bytes, int from, int to) throws IOException {
    int more = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        more += ended();
        length = 0;
      } else if (length == LONGEST) {
        throw new IOException("A line of the answer is too long");
      } else {
        line[length++] = bytes[at];
      }
    }
    return more;
  }

  private int ended() throws IOException {
    if (!summary.isEmpty()) {
      throw new IOException("A line came behind the summary");
    }
    if (length > 0 && has(0, BEGINNING)) {
      accepted++;
      int at = BEGINNING.length + number(BEGINNING.length, accepted);
      if (has(at, ACCEPTED)) {
        return 1;
      }
    } else if (text().startsWith("{\"summary\":")) {
      summary = text();
      return 0;
    }
    throw new IOException("Not the answer to line " + accepted + ": " + text());
  }

  /** The length of the number, which must be that one. */
  private int number(int from, long expected) throws IOException {
    long number = 0;
    int at = from;
    while (at < length && line[at] >= '0' && line[at] <= '9') {
      number = number * 10 + line[at++] - '0';
    }
    if (number != expected) {
      throw new IOException("Line " + expected + " has no answer: " + text());
    }
    return at - from;
  }

  private boolean has(int from, byte[] wanted) {
    if (from + wanted.length > length) {
      return false;
    }
    for (int at = 0; at < wanted.length; at++) {
      if (line[from + at] != wanted[at]) {
        return false;
      }
    }
    return true;
  }

  /** The summary is there, and counts what was sent. */
  void requireAll(long sent) throws IOException {
    if (accepted != sent
        || !summary.contains("\"accepted\":" + sent + ",")
        || !summary.contains("\"resumeFrom\":null")) {
      throw new IOException(
          "%d lines were sent, %d accepted: %s".formatted(sent, accepted, summary));
    }
  }

  /** What came last: the summary, or what there is of another line. */
  String last() {
    return summary.isEmpty() ? text() : summary;
  }

  private String text() {
    return new String(line, 0, length, US_ASCII);
  }
}
