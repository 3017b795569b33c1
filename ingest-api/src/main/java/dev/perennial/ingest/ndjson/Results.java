package dev.perennial.ingest.ndjson;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an answer, in the order of the lines that they answer. */
final class Results {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WRITTEN_AT_ONCE = 16 * 1024;

  private final OutputStream out;
  private LastLine.Summary summary = LastLine.Summary.NOTHING;
  private long answered;
  private @Nullable Long firstUnacknowledged;

  Results(OutputStream out) {
    this.out = new BufferedOutputStream(out, WRITTEN_AT_ONCE);
  }

  void write(List<ResultLine> results) throws IOException {
    for (ResultLine result : results) {
      line(result);
      summary = summary.plus(result);
      answered = result.line();
      if (result.isUnacknowledged() && firstUnacknowledged == null) {
        firstUnacknowledged = result.line();
      }
    }
  }

  boolean hasUnacknowledged() {
    return firstUnacknowledged != null;
  }

  void flush() throws IOException {
    out.flush();
  }

  /**
   * Writes the last line, and ends the answer.
   *
   * @param complete whether every line of the body was answered
   * @param reason why not
   */
  void conclude(boolean complete, Optional<String> reason) throws IOException {
    boolean whole = complete && firstUnacknowledged == null;
    line(new LastLine(summary, whole ? null : resumeFrom(), whole ? null : reason.orElse(null)));
    out.close();
  }

  private long resumeFrom() {
    return firstUnacknowledged == null ? answered + 1 : firstUnacknowledged;
  }

  private void line(Object line) throws IOException {
    out.write(JSON.writeValueAsBytes(line));
    out.write('\n');
  }
}
