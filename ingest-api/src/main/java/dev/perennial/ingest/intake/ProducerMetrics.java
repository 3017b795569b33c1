package dev.perennial.ingest.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Of the producer's some hundred metrics those that tell why an acknowledgement takes long. */
final class ProducerMetrics {

  private static final String GROUP = "producer-metrics";
  private static final String PREFIX = "perennial.ingest.producer.";

  private static final List<String> GAUGES =
      List.of(
          "buffer-total-bytes",
          "buffer-available-bytes",
          "waiting-threads",
          "record-queue-time-avg",
          "request-latency-avg",
          "requests-in-flight",
          "batch-size-avg",
          "compression-rate-avg",
          "connection-count");

  private static final List<String> COUNTERS =
      List.of("record-send-total", "record-retry-total", "record-error-total");

  private ProducerMetrics() {}

  static void register(Producer<?, ?> producer, MeterRegistry registry) {
    producer.metrics().forEach((name, metric) -> register(name, metric, registry));
  }

  private static void register(MetricName name, Metric metric, MeterRegistry registry) {
    // Metrics of a topic or a node share names with those of the whole.
    if (!name.group().equals(GROUP) || name.tags().size() > 1) {
      return;
    }
    if (GAUGES.contains(name.name())) {
      Gauge.builder(nameOf(name), metric, ProducerMetrics::value)
          .description(name.description())
          .register(registry);
    } else if (COUNTERS.contains(name.name())) {
      FunctionCounter.builder(nameOf(name).replace(".total", ""), metric, ProducerMetrics::value)
          .description(name.description())
          .register(registry);
    }
  }

  private static String nameOf(MetricName name) {
    return PREFIX + name.name().replace('-', '.');
  }

  private static double value(Metric metric) {
    return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
