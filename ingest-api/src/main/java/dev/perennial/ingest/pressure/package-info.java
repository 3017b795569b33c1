/** Bounds on what is on its way, shared fairly between tenants. */
@NullMarked
package dev.perennial.ingest.pressure;

import org.jspecify.annotations.NullMarked;
