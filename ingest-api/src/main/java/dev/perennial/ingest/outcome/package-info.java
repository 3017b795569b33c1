/** What became of an event, asked by its id. */
@NullMarked
package dev.perennial.ingest.outcome;

import org.jspecify.annotations.NullMarked;
