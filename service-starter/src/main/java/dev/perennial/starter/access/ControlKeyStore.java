package dev.perennial.starter.access;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ControlDatabase;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** API keys in the control database. A request waits for one, so it waits three seconds at most. */
final class ControlKeyStore implements KeyStore {

  private static final int SECONDS = 3;

  private final MongoCollection<Document> keys;

  ControlKeyStore(MongoClient client) {
    this.keys =
        client
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.API_KEYS)
            .withTimeout(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public Optional<ApiKey> find(String prefix) {
    return Optional.ofNullable(keys.find(Filters.eq(ApiKey.PREFIX, prefix)).first())
        .map(ApiKey::fromDocument);
  }
}
