package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The topic of alerts as it is now.
 *
 * @param raised values of those records
 * @param voided values of those records
 * @param erased values of those that say that a subscriber is to be forgotten
 * @param read behind the last record of each partition, as a consumer that has read all commits it
 */
record AlertLog(
    List<String> raised, List<String> voided, List<String> erased, Map<Integer, Long> read) {
  private static final String RAISED = "alert.raised";
  private static final String ERASED = "subscriber.erased";

  static AlertLog read(TopicReader topics) {
    AlertLog log =
        new AlertLog(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    topics.read(Topics.ALERTS, partition -> 0L, log::add);
    return log;
  }

  private void add(ConsumerRecord<String, String> alert) {
    read.put(alert.partition(), alert.offset() + 1);
    of(type(alert)).add(alert.value());
  }

  private List<String> of(String type) {
    return switch (type) {
      case RAISED -> raised;
      case ERASED -> erased;
      default -> voided;
    };
  }

  private static String type(ConsumerRecord<String, String> alert) {
    var header = alert.headers().lastHeader("ce_type");
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
