package dev.perennial.starter.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.FreshTopics;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@WithBackends(Backend.KAFKA)
class TopicsHealthTest {

  @Test
  void shouldNameAMissingTopic(Backends backends, TestNames names) {
    try (var context = start(backends.kafka().bootstrapServers(), names.topic("events"))) {
      HttpResponse<String> health = health(context);
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains(names.topic("events") + " is missing");
    }
  }

  @Test
  void shouldNameATopicWithTheWrongNumberOfPartitions(Backends backends, TestNames names)
      throws Exception {
    create(backends, names.topic("events"), 2);
    try (var context = start(backends.kafka().bootstrapServers(), names.topic("events"))) {
      assertThat(health(context).body())
          .contains(names.topic("events") + " has 2 partitions, not 3");
    }
  }

  @Test
  void shouldBeReadyWithTheTopicsItNeeds(Backends backends, TestNames names) throws Exception {
    create(backends, names.topic("events"), 3);
    try (var context = start(backends.kafka().bootstrapServers(), names.topic("events"))) {
      assertThat(health(context).statusCode()).isEqualTo(200);
      assertThat(Http.management(context).get("/actuator/prometheus").body())
          .contains("jvm_memory_used_bytes");
    }
  }

  @Test
  void shouldLiveButNotBeReadyWithoutABroker() {
    String nobody = "127.0.0.1:" + FreePorts.next();
    try (var context = start(nobody, "events")) {
      HttpResponse<String> health = health(context);
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("does not answer").doesNotContain("Exception");
      assertThat(Http.management(context).get("/actuator/health/liveness").statusCode())
          .isEqualTo(200);
    }
  }

  private static ConfigurableApplicationContext start(String bootstrapServers, String topic) {
    return TestService.start(
        "perennial.kafka.bootstrap-servers=" + bootstrapServers,
        "test.topic=" + topic,
        "management.endpoint.health.group.readiness.include=readinessState,topics");
  }

  private static HttpResponse<String> health(ConfigurableApplicationContext context) {
    return Http.management(context).get("/actuator/health/readiness");
  }

  private static void create(Backends backends, String topic, int partitions) {
    FreshTopics.make(
        backends.kafka().bootstrapServers(), List.of(new NewTopic(topic, partitions, (short) 1)));
  }
}
