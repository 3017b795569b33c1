package dev.perennial.connectors.redis;

import dev.perennial.contracts.CompositeKey;
import org.apache.kafka.common.TopicPartition;

/**
 * Where things lie in Redis.
 *
 * @param prefix of every key; has the epoch in it
 * @param collection of the documents
 */
record RedisKeys(String prefix, String collection) {

  /** Hash of version and document (JSON as on the topic), or of version and {@code erased}. */
  String document(String id) {
    return prefix + ":" + collection + ":" + id;
  }

  /** Hash of watermark (JSON as on the topic) by collection and partition. */
  String watermarks() {
    return prefix + ":watermarks";
  }

  /** Hash of version by collection and partition: readers of the watermarks need not know it. */
  String watermarkVersions() {
    return prefix + ":watermark-versions";
  }

  /** Hash of the next offset to read by topic and partition. */
  String positions() {
    return prefix + ":positions";
  }

  static String positionField(TopicPartition partition) {
    return CompositeKey.of(partition.topic(), Integer.toString(partition.partition()));
  }
}
