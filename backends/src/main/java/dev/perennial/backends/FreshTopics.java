package dev.perennial.backends;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics that can be used as soon as they are made. */
public final class FreshTopics {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private FreshTopics() {}

  /**
   * Makes those that are not there, and returns when every partition answers: a broker may not know
   * a topic yet that it has just said it made, and an idempotent producer is broken by that.
   *
   * @throws IllegalStateException where a topic could not be made, or does not answer in a minute
   */
  public static void make(String bootstrapServers, Collection<NewTopic> topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      for (NewTopic topic : missing(admin, topics)) {
        make(admin, topic);
      }
      Map<TopicPartition, OffsetSpec> partitions = partitions(topics);
      if (!Waiting.until(PATIENCE, () -> answer(admin, partitions))) {
        throw new IllegalStateException("Fresh topics do not answer within " + PATIENCE);
      }
    }
  }

  private static List<NewTopic> missing(Admin admin, Collection<NewTopic> topics) {
    try {
      Set<String> there = admin.listTopics().names().get();
      return topics.stream().filter(topic -> !there.contains(topic.name())).toList();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker does not list its topics", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void make(Admin admin, NewTopic topic) {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Topic " + topic.name() + " could not be made", e);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Map<TopicPartition, OffsetSpec> partitions(Collection<NewTopic> topics) {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int number = 0; number < topic.numPartitions(); number++) {
        partitions.put(new TopicPartition(topic.name(), number), OffsetSpec.latest());
      }
    }
    return partitions;
  }

  private static boolean answer(Admin admin, Map<TopicPartition, OffsetSpec> partitions) {
    try {
      return admin.listOffsets(partitions).all().get().size() == partitions.size();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while topics were made", e);
  }
}
