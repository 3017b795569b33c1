package dev.perennial.dashboard.projection;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.dashboard.DashboardSettings;
import dev.perennial.starter.PerennialProperties;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the projections of the serving epoch. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

  @Bean(initMethod = "start")
  Epochs epochs(MongoClient client, PerennialProperties perennial, DashboardSettings settings) {
    return new Epochs(
        limited(client.getDatabase(ControlDatabase.NAME), settings)
            .getCollection(ControlDatabase.EPOCHS),
        perennial.epoch());
  }

  @Bean
  ProjectionDatabase projectionDatabase(
      MongoClient client, Epochs epochs, DashboardSettings settings) {
    return new ProjectionDatabase(
        () -> limited(client.getDatabase(ServingEpoch.databaseOf(epochs.serving())), settings));
  }

  private static MongoDatabase limited(MongoDatabase database, DashboardSettings settings) {
    return database.withTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }
}
