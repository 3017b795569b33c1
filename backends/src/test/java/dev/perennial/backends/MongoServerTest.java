package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoServerTest {
  @TempDir Path folder;

  @Test
  void restartsWithItsDataAndItsPassword() {
    try (var server = MongoServer.start(folder, Progress.SILENT)) {
      var uri = server.uri();
      inLetters(uri, letters -> letters.insertOne(new Document("_id", "a")));

      server.restart();

      assertThat(server.uri()).isEqualTo(uri);
      inLetters(uri, letters -> assertThat(letters.countDocuments()).isEqualTo(1));
    }
  }

  @Test
  void survivesKillAndAnswersOnAnotherPort() {
    try (var server = MongoServer.start(folder, Progress.SILENT)) {
      inLetters(server.uri(), letters -> letters.insertOne(new Document("_id", "a")));
      server.process().orElseThrow().kill();
    }
    try (var server = MongoServer.start(folder, FreePorts.next(), Progress.SILENT)) {
      inLetters(server.uri(), letters -> assertThat(letters.countDocuments()).isEqualTo(1));
    }
  }

  @Test
  void refusesWhoHasNoPassword() {
    try (var server = MongoServer.start(folder, Progress.SILENT)) {
      var host = new ConnectionString(server.uri()).getHosts().getFirst();
      var anonymous = "mongodb://" + host + "/?replicaSet=rs0";

      assertThatThrownBy(() -> inLetters(anonymous, MongoCollection::countDocuments))
          .isInstanceOf(MongoException.class)
          .hasMessageContaining("requires authentication");
    }
  }

  @Test
  void keepsItsSecretsToItsOwner() throws Exception {
    try (var server = MongoServer.start(folder, Progress.SILENT)) {
      assertThat(server.process()).isPresent();
      for (var name : new String[] {"password", "key", "mongod.log"}) {
        assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
            .as(name)
            .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      }
    }
  }

  @Test
  void quotesItsLogWhenItDoesNotStart() throws Exception {
    Files.createDirectories(folder.resolve("db"));
    Files.writeString(folder.resolve("db").resolve("storage.bson"), "not a database");

    assertThatThrownBy(() -> MongoServer.start(folder, Progress.SILENT))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("mongodb did not start")
        .hasMessageContaining("exit status")
        .hasMessageContaining("storage engine metadata");
  }

  @Test
  void usesAServerThatIsGivenAndLeavesItAlone() {
    System.setProperty(MongoServer.URI_SETTING, "mongodb://elsewhere.example:27017");
    try (var server = MongoServer.start(folder, Progress.SILENT)) {
      server.restart();

      assertThat(server.uri()).isEqualTo("mongodb://elsewhere.example:27017");
      assertThat(server.process()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    } finally {
      System.clearProperty(MongoServer.URI_SETTING);
    }
  }

  private static void inLetters(String uri, Consumer<MongoCollection<Document>> work) {
    try (var client = MongoClients.create(uri)) {
      work.accept(client.getDatabase("test").getCollection("letters"));
    }
  }
}
