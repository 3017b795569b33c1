/**
 * The service that takes events, over HTTP: beside a bare handler, and beside Kafka's own producer.
 */
@NullMarked
package dev.perennial.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
