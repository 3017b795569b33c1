package dev.perennial.processor.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the topology when its topics are there, and keeps it running. A thread that fails is
 * replaced a few times, since a broker may be away for a while; then the client shuts down, and the
 * process ends, so that whoever runs it starts a fresh one.
 */
public final class StreamsRunner implements SmartLifecycle {

  static final int MOST_REPLACEMENTS = 10;

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(25);
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);

  private final Supplier<KafkaStreams> client;
  private final BooleanSupplier mayStart;
  private final Runnable whenDead;
  private final Clock clock;
  private final Deque<Instant> failures = new ArrayDeque<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  private @Nullable Thread starter;
  private volatile @Nullable KafkaStreams streams;

  /**
   * @param client makes a client that was not started
   * @param mayStart whether the topics are as they must be; asked every second until they are
   * @param whenDead is called once the client can go on no more
   */
  StreamsRunner(
      Supplier<KafkaStreams> client, BooleanSupplier mayStart, Runnable whenDead, Clock clock) {
    this.client = client;
    this.mayStart = mayStart;
    this.whenDead = whenDead;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    starter = Thread.ofPlatform().name("streams-starter").start(this::startWhenReady);
  }

  private void startWhenReady() {
    try {
      while (!mayStart.getAsBoolean() || !started()) {
        if (stopping.await(BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException refused) {
      LOG.error("The topology cannot be started", refused);
      whenDead.run();
    }
  }

  /** The stores' folder may be locked still by the process that had it before. */
  private boolean started() {
    try {
      run();
      return true;
    } catch (StreamsException notYet) {
      if (!mayReplace()) {
        throw notYet;
      }
      LOG.warn("The topology could not be started yet", notYet);
      return false;
    }
  }

  /** What comes before the client may wait for a while, and must not keep a stop from coming. */
  private void run() {
    KafkaStreams made = client.get();
    made.setUncaughtExceptionHandler(this::failed);
    made.setStateListener(this::changed);
    if (!began(made)) {
      made.close();
    }
  }

  private synchronized boolean began(KafkaStreams made) {
    if (stopping.getCount() == 0) {
      return false;
    }
    streams = made;
    made.start();
    return true;
  }

  private void changed(State now, State before) {
    LOG.info("The topology is {}", now);
    if (now == State.ERROR) {
      whenDead.run();
    }
  }

  private StreamThreadExceptionResponse failed(Throwable failure) {
    boolean again = mayReplace();
    LOG.error("A stream thread failed; {}", again ? "another takes over" : "giving up", failure);
    return again
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private synchronized boolean mayReplace() {
    Instant now = clock.instant();
    failures.removeIf(failure -> failure.isBefore(now.minus(REMEMBERED)));
    failures.add(now);
    return failures.size() <= MOST_REPLACEMENTS;
  }

  /** CREATED while it waits for its topics. */
  public State state() {
    KafkaStreams running = streams;
    return running == null ? State.CREATED : running.state();
  }

  /** The partitions of a topic that this instance works on now. */
  public Set<Integer> partitionsOf(String topic) {
    KafkaStreams running = streams;
    if (running == null || !running.state().isRunningOrRebalancing()) {
      return Set.of();
    }
    return running.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .flatMap(task -> task.topicPartitions().stream())
        .filter(partition -> partition.topic().equals(topic))
        .map(TopicPartition::partition)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized void stop() {
    stopping.countDown();
    KafkaStreams running = streams;
    if (running != null) {
      running.close(CLOSING);
    }
    starter = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return starter != null;
  }
}
