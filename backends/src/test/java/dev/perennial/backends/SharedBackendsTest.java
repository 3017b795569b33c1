package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.REDIS, Backend.MAIL})
class SharedBackendsTest {
  @Test
  void kafkaAnswers(Backends backends, TestNames names) throws Exception {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", backends.kafka().bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(names.topic("a"), 3, (short) 1))).all().get();

      assertThat(admin.listTopics().names().get()).contains(names.topic("a"));
    }
  }

  @Test
  void mongodbRunsTransactions(Backends backends, TestNames names) {
    try (var client = MongoClients.create(backends.mongodb().uri());
        var session = client.startSession()) {
      var letters = client.getDatabase(names.database()).getCollection("letters");
      session.withTransaction(() -> letters.insertOne(session, new Document("_id", "a")));

      assertThat(letters.countDocuments()).isEqualTo(1);
    }
  }

  @Test
  void redisAnswersWhoKnowsThePassword(Backends backends, TestNames names) {
    try (var client = RedisClient.create(backends.redis().uri())) {
      client.set(names.redisPrefix() + "a", "b");

      assertThat(client.get(names.redisPrefix() + "a")).isEqualTo("b");
    }
  }

  @Test
  void mailServerListens(Backends backends) {
    assertThat(backends.mail().received()).isEmpty();
    assertThat(FreePorts.isFree(backends.mail().port())).isFalse();
  }
}
