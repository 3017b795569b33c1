package dev.perennial.operations.importing;

import dev.perennial.operations.OperationException;
import dev.perennial.operations.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends lines to ingest as one stream, and again from the first line that is not answered, where
 * the stream ended before them.
 */
final class EventImport {

  /** How long nothing may get on. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Set<String> OF_THE_KEY = Set.of("unauthenticated", "scope-missing");

  /** Lets time go by. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private final URI events;
  private final String key;
  private final LineWindow window;
  private final Tally tally;
  private final RejectedLines rejects;
  private final Pause pause;

  EventImport(
      URI events, String key, LineWindow window, Tally tally, RejectedLines rejects, Pause pause) {
    this.events = events;
    this.key = key;
    this.window = window;
    this.tally = tally;
    this.rejects = rejects;
    this.pause = pause;
  }

  /**
   * Returns when every line is answered.
   *
   * @throws OperationException if ingest refuses the stream as such, or nothing gets on
   */
  void run() throws InterruptedException {
    Duration waited = Duration.ZERO;
    Duration wait = SHORTEST_WAIT;
    while (window.rewind()) {
      long before = tally.answered();
      Over over = stream();
      if (tally.answered() > before) {
        waited = Duration.ZERO;
        wait = SHORTEST_WAIT;
      }
      if (over.why() == null && tally.answered() > before) {
        continue;
      }
      Duration next = over.after().compareTo(wait) > 0 ? over.after() : wait;
      waited = waited.plus(next);
      if (waited.compareTo(PATIENCE) > 0) {
        throw new OperationException("Ingest takes nothing at the moment: " + over.reason());
      }
      tally.tellOfWait(over.reason(), next);
      pause.of(next);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
  }

  /**
   * How a stream ended.
   *
   * @param why before its lines did; null if it did not
   * @param after how long to wait at least
   */
  private record Over(@Nullable String why, Duration after) {

    String reason() {
      return why == null ? "it did not answer every line" : why;
    }

    static Over because(String why) {
      return new Over(Redaction.oneLine(why), Duration.ZERO);
    }
  }

  private Over stream() {
    try (IngestStream stream = IngestStream.open(events, key)) {
      var sending = CompletableFuture.runAsync(() -> send(stream), Thread::startVirtualThread);
      try {
        return answers(stream);
      } finally {
        window.pause();
        stream.close();
        sending.join();
      }
    } catch (IOException broken) {
      String what = broken.getMessage();
      return Over.because("no answer" + (what == null ? "" : " (" + what + ")"));
    }
  }

  private void send(IngestStream stream) {
    try (OutputStream body = stream.body()) {
      for (FileLine line = window.send(); line != null; line = window.send()) {
        body.write(line.tooLong() ? tooLong() : line.text());
        body.write('\n');
        if (!window.hasUnsent()) {
          body.flush();
        }
      }
    } catch (IOException over) {
      // The answer says why, or that there is none.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something in its place that is rejected, so that every line has its answer. */
  private static byte[] tooLong() {
    return new byte[] {'"', '"'};
  }

  private Over answers(IngestStream stream) throws IOException {
    IngestStream.Head head = stream.head();
    InputStream answer = stream.answer(head);
    if (head.status() != 200) {
      return new Over("status " + head.status(), Refusal.wait(head, answer));
    }
    boolean sure = true;
    while (true) {
      switch (AnswerLine.parse(ChunkedAnswer.line(answer))) {
        case AnswerLine.Last last -> {
          return over(last.reason());
        }
        case AnswerLine.Result result -> {
          // From the first line on of which nobody knows, all are sent again.
          sure &= result.outcome() != AnswerLine.Outcome.UNACKNOWLEDGED;
          if (sure) {
            take(result);
          }
        }
      }
    }
  }

  private static Over over(String reason) {
    if (OF_THE_KEY.contains(reason)) {
      throw Refusal.unauthenticated();
    }
    return reason.isEmpty() ? new Over(null, Duration.ZERO) : Over.because(reason);
  }

  private void take(AnswerLine.Result result) throws IOException {
    FileLine line = window.answered();
    if (line == null) {
      throw new IOException("more answers than lines");
    }
    AnswerLine.Result told = line.tooLong() ? tooLongResult() : result;
    tally.count(line.number(), told.outcome());
    if (told.outcome() == AnswerLine.Outcome.REJECTED) {
      rejects.add(line, told);
    }
  }

  private static AnswerLine.Result tooLongResult() {
    return new AnswerLine.Result(
        AnswerLine.Outcome.REJECTED, "line-too-long", "", "The line is longer than permitted.");
  }
}
