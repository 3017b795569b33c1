package dev.perennial.processor.runtime;

import dev.perennial.contracts.topic.TopicDeclaration;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.processor.topology.ErasureKey;
import dev.perennial.processor.topology.PipelineMetrics;
import dev.perennial.processor.topology.SubscriptionTopology;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.health.RequiredTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the topology into the process. */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

  private static final int FAILED = 1;

  @Bean
  Topics topics(PerennialProperties platform) {
    return new Topics(platform.partitions(), platform.epoch());
  }

  /** All that the topology reads or writes; deliveries are the notifier's. */
  @Bean
  RequiredTopics requiredTopics(Topics topics) {
    Set<String> others = Set.of(Topics.DELIVERIES, Topics.deadLettersOf(Topics.DELIVERIES));
    List<TopicDeclaration> required =
        topics.all().stream().filter(topic -> !others.contains(topic.name())).toList();
    return new RequiredTopics(required);
  }

  @Bean
  PipelineMetrics pipelineMetrics(MeterRegistry registry, Clock clock) {
    return new MicrometerPipelineMetrics(registry, clock);
  }

  @Bean
  StreamsRunner streamsRunner(
      Topics topics,
      PipelineMetrics metrics,
      PerennialProperties platform,
      ProcessorSettings settings,
      @Qualifier("topicsHealthIndicator") HealthIndicator topicsHealth,
      @Value("${perennial.processor.erasure-key:}") String erasureKey,
      ApplicationContext context,
      Clock clock) {
    Topology topology =
        new SubscriptionTopology(topics, metrics, ErasureKey.of(erasureKey)).build();
    Properties properties = StreamsSettings.of(platform, settings);
    return new StreamsRunner(
        () -> {
          guard(topics, properties);
          return new KafkaStreams(topology, properties);
        },
        new StartCheck(topicsHealth),
        () -> end(context),
        clock);
  }

  private static void guard(Topics topics, Properties properties) {
    String servers = properties.getProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG);
    String counters = StreamsSettings.applicationId(topics.epoch()) + "-partition-changelog";
    try (Admin admin = Admin.create(Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
      new VersionGuard(topics, counters).check(admin);
    }
  }

  @Bean
  HealthIndicator streamsHealthIndicator(StreamsRunner runner) {
    return new StreamsHealthIndicator(runner);
  }

  /** On a thread of its own: the context's end waits for the stream threads, whose call this is. */
  private static void end(ApplicationContext context) {
    AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
    Thread.ofPlatform()
        .name("ending")
        .start(() -> System.exit(SpringApplication.exit(context, () -> FAILED)));
  }
}
