package dev.perennial.ingest.intake;

import dev.perennial.contracts.topic.TopicDeclaration;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.ingest.index.IdIndex;
import dev.perennial.ingest.pressure.FairShare;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.health.RequiredTopics;
import dev.perennial.starter.limit.Limits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the way in together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestProperties.class)
class IntakeConfiguration {

  private static final Set<String> WRITTEN =
      Set.of(Topics.SUBSCRIPTION_EVENTS, Topics.REFERENCE_DATA);

  @Bean
  RequiredTopics requiredTopics(PerennialProperties properties) {
    List<TopicDeclaration> needed =
        new Topics(properties.partitions(), properties.epoch())
            .all().stream().filter(topic -> WRITTEN.contains(topic.name())).toList();
    return new RequiredTopics(needed);
  }

  @Bean(destroyMethod = "close")
  EventLog eventLog(PerennialProperties platform, IngestProperties ingest, MeterRegistry registry) {
    return new EventLog(
        ProducerSettings.of(platform.kafka().requiredBootstrapServers(), ingest),
        ingest.ackTimeout(),
        registry);
  }

  /** Beside the start, which does not wait for a broker. */
  @Bean
  ApplicationRunner topicsKnownBeforeTheFirstEvent(EventLog log) {
    return started -> Thread.ofVirtual().name("topics-of-events").start(() -> log.prepare(WRITTEN));
  }

  @Bean
  EventReader eventReader(IngestProperties properties, Clock clock) {
    return new EventReader(properties, clock);
  }

  @Bean
  Intake intake(
      EventLog log,
      IdIndex index,
      IngestProperties ingest,
      PerennialProperties platform,
      MeterRegistry registry,
      Limits limits) {
    var room = new FairShare(ingest.maxInFlight(), ingest.maxBytesInFlight().toBytes());
    var metrics = new IngestMetrics(registry, room);
    return new Intake(log, index, room, platform.partitions(), metrics, limits);
  }
}
