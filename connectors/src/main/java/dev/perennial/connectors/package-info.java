/** What Kafka Connect runs for us, how it is configured, and the collections it writes to. */
@NullMarked
package dev.perennial.connectors;

import org.jspecify.annotations.NullMarked;
