package dev.perennial.notifier.alerts;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.notifier.destinations.Destinations;
import dev.perennial.notifier.dispatch.Bell;
import dev.perennial.notifier.dispatch.CrashPoints;
import dev.perennial.notifier.erasure.Erasures;
import dev.perennial.notifier.ledger.Entries;
import dev.perennial.notifier.ledger.ForgottenRows;
import dev.perennial.notifier.ledger.Ledger;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.health.RequiredTopics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How alerts are consumed, and the one producer of the service. */
@Configuration(proxyBeanMethods = false)
class AlertsConfiguration {

  static final String GROUP = "perennial-notifier";
  private static final Set<String> TOPICS =
      Set.of(Topics.ALERTS, Topics.DELIVERIES, Topics.deadLettersOf(Topics.ALERTS));
  private static final int THREADS = 2;
  private static final long FIRST_PAUSE_MS = 500;
  private static final long LONGEST_PAUSE_MS = 10_000;

  @Bean
  RequiredTopics requiredTopics(PerennialProperties properties) {
    var all = new Topics(properties.partitions(), properties.epoch()).all();
    return new RequiredTopics(all.stream().filter(topic -> TOPICS.contains(topic.name())).toList());
  }

  @Bean(destroyMethod = "close")
  Producer<byte[], byte[]> producer(PerennialProperties properties) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            properties.kafka().requiredBootstrapServers(),
            ProducerConfig.CLIENT_ID_CONFIG,
            GROUP,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            10_000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Bean
  Forgetting forgetting(
      Erasures erasures, Destinations destinations, ForgottenRows rows, CrashPoints crashPoints) {
    return new Forgetting(erasures, destinations, rows, crashPoints);
  }

  @Bean
  AlertIntake alertIntake(
      Destinations destinations,
      Entries entries,
      Ledger ledger,
      Erasures erasures,
      Forgetting forgetting,
      Producer<byte[], byte[]> producer) {
    return new AlertIntake(
        destinations, entries, ledger, erasures, forgetting, new DeadLetters(producer));
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> alertsContainer(
      PerennialProperties properties, AlertIntake intake, Bell bell) {
    var container = new ContainerProperties(Topics.ALERTS);
    container.setGroupId(GROUP);
    container.setAckMode(AckMode.MANUAL);
    container.setMessageListener(new AlertListener(intake, bell));
    var listener = new ConcurrentMessageListenerContainer<>(consumers(properties), container);
    listener.setConcurrency(THREADS);
    listener.setCommonErrorHandler(retryForEver());
    return listener;
  }

  @Bean
  AlertsHealthIndicator alertsHealthIndicator(
      ConcurrentMessageListenerContainer<byte[], byte[]> alertsContainer) {
    return new AlertsHealthIndicator(alertsContainer);
  }

  private static DefaultKafkaConsumerFactory<byte[], byte[]> consumers(
      PerennialProperties properties) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            properties.kafka().requiredBootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            // A killed instance holds its partitions up for this long, not for Kafka's 45 s.
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false);
    return new DefaultKafkaConsumerFactory<>(
        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** What fails here is a backend, never the record: no kind of failure may skip one. */
  private static DefaultErrorHandler retryForEver() {
    var backOff = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
    backOff.setMaxInterval(LONGEST_PAUSE_MS);
    var handler = new DefaultErrorHandler(backOff);
    handler.setClassifications(Map.of(), true);
    return handler;
  }
}
