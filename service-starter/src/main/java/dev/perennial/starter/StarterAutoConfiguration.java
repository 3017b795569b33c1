package dev.perennial.starter;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The clock, the settings, and the MongoDB client where a URI is given. */
@AutoConfiguration
@EnableConfigurationProperties(PerennialProperties.class)
class StarterAutoConfiguration {

  private static final int CONNECT_SECONDS = 2;
  private static final int SELECT_SECONDS = 5;
  private static final int READ_SECONDS = 10;

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Connects in the background: a service starts while its database is away. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  @ConditionalOnProperty("perennial.mongodb.uri")
  MongoClient mongoClient(PerennialProperties properties) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applicationName("perennial")
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(SELECT_SECONDS, TimeUnit.SECONDS))
            .applyToSocketSettings(
                socket ->
                    socket
                        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS))
            .applyConnectionString(new ConnectionString(properties.mongodb().requiredUri()))
            .build());
  }
}
