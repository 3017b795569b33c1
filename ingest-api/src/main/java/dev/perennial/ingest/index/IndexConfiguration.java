package dev.perennial.ingest.index;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.RedisClient;

/** The index where there is a Redis to keep it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexProperties.class)
class IndexConfiguration {

  @Bean
  IdIndex idIndex(
      ObjectProvider<RedisClient> redis, IndexProperties properties, MeterRegistry registry) {
    RedisClient client = redis.getIfAvailable();
    return client == null || properties.duplicateWindow().isZero()
        ? IdIndex.none()
        : new RedisIdIndex(client, properties.duplicateWindow(), registry);
  }
}
