package dev.perennial.processor.ticker;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.processor.runtime.ProcessorSettings;
import dev.perennial.processor.runtime.StreamsRunner;
import dev.perennial.starter.PerennialProperties;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the ticker into the process. */
@Configuration(proxyBeanMethods = false)
class TickerConfiguration {

  private static final int GIVEN_UP_AFTER_MILLIS = 10_000;
  private static final int REQUEST_MILLIS = 5_000;

  @Bean
  Ticker ticker(
      PerennialProperties platform, ProcessorSettings settings, StreamsRunner runner, Clock clock) {
    Map<String, Object> properties = properties(platform.kafka().requiredBootstrapServers());
    return new Ticker(
        () -> new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
        () -> runner.partitionsOf(Topics.CLOCK_TICKS),
        settings.tickInterval(),
        clock,
        settings.tickerEnabled());
  }

  @Bean
  TickerEndpoint tickerEndpoint(Ticker ticker) {
    return new TickerEndpoint(ticker);
  }

  private static Map<String, Object> properties(String bootstrapServers) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
        ProducerConfig.CLIENT_ID_CONFIG, "ticker",
        ProducerConfig.ACKS_CONFIG, "all",
        ProducerConfig.LINGER_MS_CONFIG, 0,
        ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVEN_UP_AFTER_MILLIS);
  }
}
