package dev.perennial.processor.runtime;

import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready while every partition is worked on. Rebalancing is unready and never dead. */
final class StreamsHealthIndicator implements HealthIndicator {

  private final StreamsRunner runner;

  StreamsHealthIndicator(StreamsRunner runner) {
    this.runner = runner;
  }

  @Override
  public Health health() {
    State state = runner.state();
    Health.Builder health =
        switch (state) {
          case RUNNING -> Health.up();
          case CREATED, REBALANCING, PENDING_SHUTDOWN -> Health.outOfService();
          case PENDING_ERROR, ERROR, NOT_RUNNING -> Health.down();
        };
    return health.withDetail("state", state.name()).build();
  }
}
