package dev.perennial.processor.topology;

import org.jspecify.annotations.Nullable;

/** A record to write; its headers travel beside it. */
sealed interface Output {

  String topic();

  byte @Nullable [] value();

  /** A document of a projection, to its task's own partition. */
  record DocumentOut(String topic, int partition, byte[] value) implements Output {}

  /** An alert, to the partition of its subscriber. */
  record AlertOut(String topic, int partition, byte[] value) implements Output {}

  /** The processor's request to itself to go on. */
  record ContinueOut(String topic, int partition, byte[] value) implements Output {}

  /** A record that was rejected, as it came. */
  record DeadLetterOut(String topic, byte @Nullable [] value) implements Output {}
}
