/** Figures of a day's events, for an upstream to compare with its own. */
@NullMarked
package dev.perennial.ingest.reconciliation;

import org.jspecify.annotations.NullMarked;
