/** The index of ids: what was taken lately under (tenant, source, id). A convenience, no truth. */
@NullMarked
package dev.perennial.ingest.index;

import org.jspecify.annotations.NullMarked;
