/**
 * Events on the wire: CloudEvents in JSON over HTTP, CloudEvents in binary mode on Kafka, and the
 * strict reading of both.
 */
@NullMarked
package dev.perennial.contracts.event;

import org.jspecify.annotations.NullMarked;
