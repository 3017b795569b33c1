/** A sink connector that keeps the totals in Redis, and its own place in their topic. */
@NullMarked
package dev.perennial.connectors.redis;

import org.jspecify.annotations.NullMarked;
