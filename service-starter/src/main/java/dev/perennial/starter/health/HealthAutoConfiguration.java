package dev.perennial.starter.health;

import com.mongodb.client.MongoClient;
import dev.perennial.starter.PerennialProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Health of the backends, named {@code topics} and {@code mongodb}. Which of them a service must
 * have to be ready is its own choice ({@code management.endpoint.health.group.readiness.include}).
 */
@AutoConfiguration(afterName = "dev.perennial.starter.StarterAutoConfiguration")
class HealthAutoConfiguration {

  @Bean
  @ConditionalOnBean(RequiredTopics.class)
  @ConditionalOnProperty("perennial.kafka.bootstrap-servers")
  TopicsHealthIndicator topicsHealthIndicator(
      PerennialProperties properties, RequiredTopics required) {
    return new TopicsHealthIndicator(properties.kafka().requiredBootstrapServers(), required);
  }

  @Bean
  @ConditionalOnBean(MongoClient.class)
  MongodbHealthIndicator mongodbHealthIndicator(MongoClient client) {
    return new MongodbHealthIndicator(client);
  }
}
