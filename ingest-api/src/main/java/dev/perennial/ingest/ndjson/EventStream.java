package dev.perennial.ingest.ndjson;

import dev.perennial.starter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * One request's lines, in three steps at once: the request's thread reads, one sends, one answers.
 * Each waits for room with the next, so a slow broker or a slow reader of answers stops the reading
 * and nothing grows.
 */
final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final Executor THREADS = Thread::startVirtualThread;

  /** Chunks that wait for the broker or to be answered; the next lines are read meanwhile. */
  private static final int CHUNKS_UNDERWAY = 4;

  /** How soon a stream on which nothing happens sees that it is to end. */
  private static final long LOOK_AROUND_MILLIS = 100;

  /**
   * How long a body is read on after its stream has ended: a connection that is closed with a body
   * unread may take the answer with it.
   */
  private static final Duration LINGER = Duration.ofSeconds(10);

  private static final int THROWN_AWAY_AT_ONCE = 64 * 1024;

  private final LineBuffer waiting = new LineBuffer();
  private final Ending ending = new Ending(waiting::close);
  private final BlockingQueue<Optional<Chunk>> underway = new ArrayBlockingQueue<>(CHUNKS_UNDERWAY);
  private final StreamParts parts;
  private final InputStream unbounded;
  private final Body body;
  private final Results results;
  private final Watch watch;
  private final ChunkSender sender;
  private volatile boolean everythingSent;
  private boolean concluded;

  EventStream(StreamParts parts, InputStream unbounded, Results results) {
    this.parts = parts;
    this.unbounded = unbounded;
    this.body = new Body(unbounded, ending, parts.properties().maxBytes().toBytes());
    this.results = results;
    this.watch = parts.watch(ending);
    this.sender = parts.sender(chunk -> underway.put(Optional.of(chunk)));
  }

  /** Returns when the answer is written and the body read, or no longer wanted. */
  void run() {
    var request = RequestContextHolder.getRequestAttributes();
    var sending = CompletableFuture.runAsync(() -> send(request), THREADS);
    var answering = CompletableFuture.runAsync(this::answer, THREADS);
    read();
    if (ending.hasBegun()) {
      throwAwayRest();
    }
    sending.join();
    answering.join();
  }

  private void read() {
    try {
      var lines = new LineReader(body, (int) parts.properties().maxLine().toBytes());
      for (Line line = lines.next(); line != null; line = lines.next()) {
        if (!waiting.put(line)) {
          return;
        }
      }
      waiting.finish();
    } catch (ProblemException refused) {
      ending.begin(refused.problem().code());
    } catch (IOException incomplete) {
      // Also where the stream ends by itself: then that reason came first.
      ending.begin("body-incomplete");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      ending.begin("draining");
    }
  }

  private void throwAwayRest() {
    long deadline = System.nanoTime() + LINGER.toNanos();
    byte[] bytes = new byte[THROWN_AWAY_AT_ONCE];
    try {
      while (unbounded.read(bytes) >= 0 && System.nanoTime() < deadline) {
        // The client sees the last line, and stops.
      }
    } catch (IOException | ProblemException gone) {
      // So it has.
    }
  }

  /**
   * @param request whose trace the events carry
   */
  private void send(@Nullable RequestAttributes request) {
    RequestContextHolder.setRequestAttributes(request);
    try {
      for (var lines = waiting.take(); !lines.isEmpty(); lines = waiting.take()) {
        sender.send(lines, watch.caller());
      }
      everythingSent = waiting.isComplete();
    } catch (ProblemException refused) {
      ending.begin(refused.problem().code());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException unforeseen) {
      LOG.error("A stream failed in a way that was not foreseen", unforeseen);
      ending.begin("internal");
    } finally {
      RequestContextHolder.resetRequestAttributes();
      finish();
    }
  }

  private void finish() {
    try {
      underway.put(Optional.empty());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer() {
    try {
      answerChunks();
    } catch (RuntimeException unforeseen) {
      LOG.error("A stream failed in a way that was not foreseen", unforeseen);
      ending.begin("internal");
      conclude(false);
      settle();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever sends must not wait for ever. */
  private void settle() {
    try {
      while (underway.take().isPresent()) {
        LOG.debug("A chunk is not answered");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers chunk by chunk until nothing more was sent. */
  private void answerChunks() throws InterruptedException {
    for (var next = next(); next.isPresent(); next = next()) {
      answer(next.get());
    }
    conclude(everythingSent);
  }

  private Optional<Chunk> next() throws InterruptedException {
    while (true) {
      watch.look(body);
      Optional<Chunk> next = underway.poll(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
      if (next != null) {
        return next;
      }
      if (ending.hasBegun()) {
        conclude(false);
      }
    }
  }

  /** Waits for a chunk also where it is not answered any more: it counts as sent. */
  private void answer(Chunk chunk) {
    List<ResultLine> answers = chunk.await();
    if (concluded) {
      return;
    }
    try {
      results.write(answers);
      if (underway.isEmpty()) {
        results.flush();
      }
    } catch (IOException gone) {
      concluded = true;
      ending.begin("client-gone");
    }
    if (results.hasUnacknowledged()) {
      ending.begin("unacknowledged");
      conclude(false);
    }
  }

  private void conclude(boolean complete) {
    if (concluded) {
      return;
    }
    concluded = true;
    try {
      results.conclude(complete, ending.reason());
    } catch (IOException gone) {
      ending.begin("client-gone");
    }
  }
}
