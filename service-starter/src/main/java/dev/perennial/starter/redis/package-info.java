/** A shared client of Redis, where one is configured. */
@NullMarked
package dev.perennial.starter.redis;

import org.jspecify.annotations.NullMarked;
