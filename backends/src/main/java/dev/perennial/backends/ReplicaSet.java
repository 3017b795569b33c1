package dev.perennial.backends;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterConnectionMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bson.Document;

/** Makes one fresh mongod a replica set with a root user, or finds that it is one already. */
record ReplicaSet(int port, String user, String password) {
  static final String NAME = "rs0";
  private static final int ALREADY_INITIALISED = 23;

  String uri() {
    return "mongodb://%s:%s@%s/?replicaSet=%s&authSource=admin"
        .formatted(user, password, address(), NAME);
  }

  /** Throws {@link IllegalStateException} when there is no primary in time or the server died. */
  void awaitPrimary(Duration limit, BooleanSupplier alive) {
    if (!Waiting.until(limit, () -> listens() || !alive.getAsBoolean())) {
      throw new IllegalStateException("it does not answer on port " + port);
    }
    if (!alive.getAsBoolean()) {
      throw new IllegalStateException("it ended at once");
    }
    if (!Waiting.until(limit, () -> hasSettled(limit) || !alive.getAsBoolean())) {
      throw new IllegalStateException("it closed every connection on port " + port);
    }
    if (!alive.getAsBoolean()) {
      throw new IllegalStateException("it ended before it was primary");
    }
  }

  /**
   * A server that becomes a primary may close connections meanwhile: every step can be repeated.
   */
  private boolean hasSettled(Duration limit) {
    try {
      if (!hasUser()) {
        // Without a user yet, MongoDB lets loopback do just this much.
        onServer("mongodb://" + address(), admin -> createUser(admin, limit));
      }
      onServer(uri(), admin -> settle(admin, limit));
      return true;
    } catch (MongoSocketException
        | MongoConnectionPoolClearedException
        | MongoNotPrimaryException
        | MongoNodeIsRecoveringException connectionClosed) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "ReplicaSet[" + address() + "]";
  }

  private boolean listens() {
    try {
      onServer("mongodb://" + address(), admin -> admin.runCommand(new Document("hello", 1)));
      return true;
    } catch (MongoException notYet) {
      return false;
    }
  }

  private boolean hasUser() {
    try {
      onServer(uri(), admin -> admin.runCommand(new Document("connectionStatus", 1)));
      return true;
    } catch (MongoSecurityException unknownUser) {
      return false;
    }
  }

  private void createUser(MongoDatabase admin, Duration limit) {
    initiate(admin);
    awaitWritable(admin, limit);
    admin.runCommand(
        new Document("createUser", user).append("pwd", password).append("roles", List.of("root")));
  }

  private void settle(MongoDatabase admin, Duration limit) {
    initiate(admin);
    answerToThisAddress(admin);
    awaitWritable(admin, limit);
  }

  private void initiate(MongoDatabase admin) {
    try {
      admin.runCommand(new Document("replSetInitiate", configuration()));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_INITIALISED) {
        throw e;
      }
    }
  }

  private Document configuration() {
    return new Document("_id", NAME)
        .append("members", List.of(new Document("_id", 0).append("host", address())))
        .append("settings", new Document("electionTimeoutMillis", 2_000));
  }

  /** The set remembers its member's port; after a start on another one it must be told. */
  private void answerToThisAddress(MongoDatabase admin) {
    var config =
        admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
    var member = config.getList("members", Document.class).getFirst();
    if (!address().equals(member.getString("host"))) {
      member.put("host", address());
      config.put("version", config.getInteger("version") + 1);
      admin.runCommand(new Document("replSetReconfig", config).append("force", true));
    }
  }

  private void awaitWritable(MongoDatabase admin, Duration limit) {
    if (!Waiting.until(limit, () -> isWritable(admin))) {
      throw new IllegalStateException("it did not become primary in " + limit);
    }
  }

  private static boolean isWritable(MongoDatabase admin) {
    return admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false);
  }

  private String address() {
    return "127.0.0.1:" + port;
  }

  /** Speaks to this one server, member of a set or not. */
  private static void onServer(String uri, Consumer<MongoDatabase> work) {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(
                new ConnectionString(uri.replace("replicaSet=" + NAME + "&", "")))
            .applyToClusterSettings(
                cluster ->
                    cluster
                        .mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(2, TimeUnit.SECONDS))
            .build();
    try (var client = MongoClients.create(settings)) {
      work.accept(client.getDatabase("admin"));
    }
  }
}
