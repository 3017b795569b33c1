package dev.perennial.operations.command;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.operations.OperationException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** Where MongoDB is. */
final class MongodbOptions {

  private static final int ANSWERS_WITHIN_S = 10;

  @Option(
      names = "--mongodb",
      paramLabel = "URI",
      description = "MongoDB; or $$PERENNIAL_MONGODB_URI; else 127.0.0.1:27017, replica set rs0.",
      defaultValue = "${env:PERENNIAL_MONGODB_URI:-mongodb://127.0.0.1:27017/?replicaSet=rs0}")
  private String uri = "";

  String uri() {
    return uri;
  }

  MongoClient client() {
    return client(uri);
  }

  /**
   * @throws OperationException where it is no URI
   */
  static MongoClient client(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(connectionString(uri))
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(ANSWERS_WITHIN_S, TimeUnit.SECONDS))
            .build());
  }

  private static ConnectionString connectionString(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      // Without the driver's own text, which may quote a part of the URI.
      throw new OperationException("MongoDB's URI is none");
    }
  }
}
