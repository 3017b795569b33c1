/**
 * Real backends, started on loopback ports for the demo and for tests. Knows nothing of the
 * business.
 */
@NullMarked
package dev.perennial.backends;

import org.jspecify.annotations.NullMarked;
