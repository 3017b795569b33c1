package dev.perennial.processor.topology;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The record that something came from, with its bytes: a dead letter keeps them all.
 *
 * @param appendTime when the broker took the record
 */
record Origin(
    String topic,
    int partition,
    long offset,
    Instant appendTime,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Headers headers) {}
