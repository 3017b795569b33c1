package dev.perennial.starter.health;

import dev.perennial.contracts.topic.TopicDeclaration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the broker answers and every required topic is there with its partitions. */
final class TopicsHealthIndicator implements HealthIndicator, AutoCloseable {

  private static final int TIMEOUT_MILLIS = 2_000;

  private final String bootstrapServers;
  private final List<TopicDeclaration> required;
  private @Nullable Admin admin;

  TopicsHealthIndicator(String bootstrapServers, RequiredTopics required) {
    this.bootstrapServers = bootstrapServers;
    this.required = required.topics();
  }

  @Override
  public Health health() {
    try {
      List<String> faults = faults();
      return faults.isEmpty()
          ? Health.up().build()
          : Health.down().withDetail("topics", faults).build();
    } catch (ExecutionException | TimeoutException | KafkaException away) {
      return Health.down().withDetail("broker", "does not answer").build();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Health.outOfService().build();
    }
  }

  private List<String> faults() throws ExecutionException, TimeoutException, InterruptedException {
    List<String> names = required.stream().map(TopicDeclaration::name).toList();
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin()
            .describeTopics(names, new DescribeTopicsOptions().timeoutMs(TIMEOUT_MILLIS))
            .topicNameValues();
    List<String> faults = new ArrayList<>();
    for (TopicDeclaration topic : required) {
      String fault = fault(topic, answers.get(topic.name()));
      if (fault != null) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static @Nullable String fault(
      TopicDeclaration topic, @Nullable KafkaFuture<TopicDescription> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    if (answer == null) {
      return topic.name() + " is missing";
    }
    try {
      int partitions = answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).partitions().size();
      return partitions == topic.partitions()
          ? null
          : "%s has %d partitions, not %d".formatted(topic.name(), partitions, topic.partitions());
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
        return topic.name() + " is missing";
      }
      throw failure;
    }
  }

  /** Made when first needed: a broker's name that does not resolve yet must not stop a start. */
  private synchronized Admin admin() {
    if (admin == null) {
      admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                  AdminClientConfig.CLIENT_ID_CONFIG, "health",
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
    }
    return admin;
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
