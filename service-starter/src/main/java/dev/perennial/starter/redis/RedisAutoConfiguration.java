package dev.perennial.starter.redis;

import dev.perennial.starter.PerennialProperties;
import java.net.URI;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/**
 * One client of Redis for the service, where {@code perennial.redis.uri} is set. Nothing that a
 * request needs may hang on it: it connects when first used, and gives up after half a second.
 */
@AutoConfiguration(afterName = "dev.perennial.starter.StarterAutoConfiguration")
class RedisAutoConfiguration {

  private static final int GIVE_UP_MS = 500;
  private static final int CONNECTIONS = 16;

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  @ConditionalOnProperty("perennial.redis.uri")
  RedisClient redisClient(PerennialProperties properties) {
    GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(Duration.ofMillis(GIVE_UP_MS));
    return RedisClient.builder()
        .clientConfig(
            DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(GIVE_UP_MS)
                .socketTimeoutMillis(GIVE_UP_MS)
                .build())
        .fromURI(URI.create(properties.redis().requiredUri()))
        .poolConfig(pool)
        .build();
  }
}
