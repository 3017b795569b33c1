package dev.perennial.processor.runtime;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Holds the topology back until its topics are as declared, and says once what is missing. */
final class StartCheck implements BooleanSupplier {

  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

  private final HealthIndicator topics;
  private Map<String, Object> told = Map.of();

  StartCheck(HealthIndicator topics) {
    this.topics = topics;
  }

  @Override
  public boolean getAsBoolean() {
    Health health = topics.health();
    boolean ready = health != null && health.getStatus().equals(Status.UP);
    if (!ready && health != null && !health.getDetails().equals(told)) {
      told = health.getDetails();
      LOG.warn("Waiting for topics: {}", told);
    }
    return ready;
  }
}
