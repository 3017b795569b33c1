package dev.perennial.notifier.alerts;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Whether alerts are being listened to; one that merely retries is up. */
final class AlertsHealthIndicator implements HealthIndicator {

  private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

  AlertsHealthIndicator(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
    this.container = container;
  }

  @Override
  public Health health() {
    return container.isRunning() && container.isInExpectedState()
        ? Health.up().build()
        : Health.down().withDetail("listener", "stopped").build();
  }
}
