package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.UnreadableAlertException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the serving epoch raised. A record that cannot be read told nobody anything: the
 * notifier dead-letters it. So it is logged and left.
 */
final class DecodeAlerts implements Processor<byte[], byte[], byte[], Input> {

  private static final Logger LOG = LoggerFactory.getLogger(DecodeAlerts.class);

  private @Nullable ProcessorContext<byte[], Input> context;

  @Override
  public void init(ProcessorContext<byte[], Input> newContext) {
    context = newContext;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    try {
      Input input = new Input.AlertRead(AlertCodec.decode(record.headers(), record.value()));
      requireNonNull(context).forward(record.withValue(input));
    } catch (UnreadableAlertException unreadable) {
      LOG.error("An alert cannot be read, so nothing is learnt from it", unreadable);
    }
  }
}
