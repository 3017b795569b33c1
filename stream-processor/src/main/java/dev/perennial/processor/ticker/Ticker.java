package dev.perennial.processor.ticker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.processor.topology.Tick;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Writes a tick to each partition that this instance works on, in a steady beat. While the broker
 * is away ticks are given up after seconds: one that came hours late would say nothing new.
 */
final class Ticker implements SmartLifecycle {

  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Supplier<Set<Integer>> partitions;
  private final Duration interval;
  private final Clock clock;

  private volatile boolean enabled;
  private volatile boolean running;
  private volatile Runnable closing = () -> {};
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ticker").factory());

  /**
   * @param partitions of the clock that this instance works on, asked at every beat
   */
  Ticker(
      Supplier<Producer<byte[], byte[]>> producers,
      Supplier<Set<Integer>> partitions,
      Duration interval,
      Clock clock,
      boolean enabled) {
    this.producers = producers;
    this.partitions = partitions;
    this.interval = interval;
    this.clock = clock;
    this.enabled = enabled;
  }

  boolean isEnabled() {
    return enabled;
  }

  void enable(boolean on) {
    LOG.info("The ticker is {}", on ? "on" : "off");
    enabled = on;
  }

  @Override
  public void start() {
    running = true;
    Producer<byte[], byte[]> producer = producers.get();
    beat.scheduleAtFixedRate(() -> tick(producer), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    closing = () -> producer.close(CLOSING);
  }

  private void tick(Producer<byte[], byte[]> producer) {
    if (!enabled) {
      return;
    }
    try {
      for (int partition : partitions.get()) {
        producer.send(record(partition), (written, failure) -> report(partition, failure));
      }
    } catch (KafkaException | IllegalStateException failure) {
      // Thrown further, it would end the beat for good.
      LOG.warn("No tick this time", failure);
    }
  }

  private ProducerRecord<byte[], byte[]> record(int partition) {
    return new ProducerRecord<>(
        Topics.CLOCK_TICKS,
        partition,
        Integer.toString(partition).getBytes(UTF_8),
        Tick.encode(new Tick.Clock(clock.instant())));
  }

  private static void report(int partition, @Nullable Exception failure) {
    if (failure != null) {
      LOG.warn("A tick of partition {} was given up: {}", partition, failure.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    beat.shutdownNow();
    closing.run();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
