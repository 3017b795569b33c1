package dev.perennial.operations.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.operations.OperationException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file of lines that ingest rejected, each with why; made when there is one. */
final class RejectedLines implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final boolean more;
  private @Nullable BufferedWriter writer;

  /**
   * @param more whether what the file holds stays, as where an import is resumed
   */
  RejectedLines(Path file, boolean more) {
    this.file = file;
    this.more = more;
  }

  /** Without lines there is no file, not that of an earlier import either. */
  void begin() {
    if (!more) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw cannotWrite(e);
      }
    }
  }

  void add(FileLine line, AnswerLine.Result why) {
    ObjectNode rejected =
        JSON.createObjectNode()
            .put("line", line.number())
            .put("code", why.code())
            .put("pointer", why.pointer())
            .put("detail", why.detail());
    event(rejected, line);
    try {
      writer().write(JSON.writeValueAsString(rejected) + "\n");
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** As the JSON that it is, else as text; of what is too long for any event, nothing. */
  private static void event(ObjectNode rejected, FileLine line) {
    if (line.tooLong()) {
      return;
    }
    try {
      rejected.set("event", JSON.readTree(line.text()));
    } catch (JacksonException none) {
      rejected.put("text", new String(line.text(), UTF_8));
    }
  }

  private BufferedWriter writer() throws IOException {
    if (writer == null) {
      writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return writer;
  }

  private OperationException cannotWrite(IOException cause) {
    return new OperationException(
        "Cannot write " + file + ": " + cause.getClass().getSimpleName(), cause);
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }
}
