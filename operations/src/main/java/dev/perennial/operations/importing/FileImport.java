package dev.perennial.operations.importing;

import dev.perennial.operations.OperationException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Imports a file of events.
 *
 * @param events ingest's address for events, with the mode as its parameter
 * @param key an API key with the scopes for it
 * @param file one event in JSON a line, as it is or in gzip; {@code -} for standard input
 * @param rejects where lines go that ingest rejected
 * @param fromLine the first line that counts, from 1
 */
public record FileImport(URI events, String key, Path file, Path rejects, long fromLine) {

  /**
   * What became of the lines.
   *
   * @param counts a line for people
   * @param next the line behind the last one that is answered
   * @param failure why the rest is not; empty if all are
   */
  public record Result(String counts, long rejected, long next, Optional<String> failure) {}

  /**
   * @param ingest where ingest-api is
   * @param backfill whether the events are history
   * @throws OperationException if that is no address
   */
  public static URI eventsAt(URI ingest, boolean backfill) {
    String scheme = ingest.getScheme();
    boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!web || ingest.getHost() == null || ingest.getQuery() != null) {
      throw new OperationException("The address of ingest is an http or https URL");
    }
    return URI.create(
        ingest.toString().replaceFirst("/+$", "")
            + "/v1/events"
            + (backfill ? "?mode=backfill" : ""));
  }

  /**
   * Returns when every line is answered, or nothing gets on.
   *
   * @param progress is told a line now and then
   */
  public Result run(InputStream standardInput, Consumer<String> progress) {
    return run(standardInput, progress, time -> Thread.sleep(time));
  }

  Result run(InputStream standardInput, Consumer<String> progress, EventImport.Pause pause) {
    Tally tally = new Tally(progress, fromLine);
    try (LineSource source = LineSource.open(file, standardInput);
        RejectedLines rejected = new RejectedLines(rejects, fromLine > 1)) {
      rejected.begin();
      LineWindow window = new LineWindow();
      Thread reading = Thread.startVirtualThread(() -> read(source, window));
      try {
        new EventImport(events, key, window, tally, rejected, pause).run();
        return result(tally, Optional.empty());
      } catch (OperationException failure) {
        return result(tally, Optional.of(String.valueOf(failure.getMessage())));
      } finally {
        reading.interrupt();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return result(tally, Optional.of("Interrupted"));
    }
  }

  private void read(LineSource source, LineWindow window) {
    try {
      for (FileLine line = source.next(); line != null; line = source.next()) {
        if (line.number() >= fromLine) {
          window.add(line);
        }
      }
      window.end(null);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException unreadable) {
      window.end(unreadable);
    }
  }

  private Result result(Tally tally, Optional<String> failure) {
    return new Result(tally.text(), tally.rejected(), tally.next(), failure);
  }
}
