package dev.perennial.notifier.alerts;

import dev.perennial.notifier.dispatch.Bell;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Moves the offset only when what was read is durable, then wakes the dispatcher. */
final class AlertListener implements BatchAcknowledgingMessageListener<byte[], byte[]> {

  private final AlertIntake intake;
  private final Bell bell;

  AlertListener(AlertIntake intake, Bell bell) {
    this.intake = intake;
    this.bell = bell;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment) {
    intake.take(records);
    if (acknowledgment != null) {
      acknowledgment.acknowledge();
    }
    bell.ring();
  }
}
