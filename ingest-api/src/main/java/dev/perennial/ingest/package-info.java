/** HTTP in, Kafka out: a 202 says that the broker has the event. */
@NullMarked
package dev.perennial.ingest;

import org.jspecify.annotations.NullMarked;
