/** Reads the projections' MongoDB database: typed fields, bounded time, freshness. */
@NullMarked
package dev.perennial.dashboard.projection;

import org.jspecify.annotations.NullMarked;
