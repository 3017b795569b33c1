package dev.perennial.dashboard.projection;

import com.mongodb.client.MongoClient;
import dev.perennial.dashboard.DashboardSettings;
import dev.perennial.starter.PerennialProperties;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the projections of the serving epoch. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

  @Bean
  ProjectionDatabase projectionDatabase(
      MongoClient client, PerennialProperties perennial, DashboardSettings settings) {
    return new ProjectionDatabase(
        client
            .getDatabase("projections-e" + perennial.epoch())
            .withTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS));
  }
}
