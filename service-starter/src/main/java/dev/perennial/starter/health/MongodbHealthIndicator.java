package dev.perennial.starter.health;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.perennial.contracts.control.ControlDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether MongoDB's primary answers within two seconds. */
final class MongodbHealthIndicator implements HealthIndicator {

  private static final int SECONDS = 2;

  private final MongoDatabase database;

  MongodbHealthIndicator(MongoClient client) {
    this.database = client.getDatabase(ControlDatabase.NAME).withTimeout(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public Health health() {
    try {
      database.runCommand(new Document("ping", 1));
      return Health.up().build();
    } catch (MongoException away) {
      return Health.down().withDetail("mongodb", "does not answer").build();
    }
  }
}
