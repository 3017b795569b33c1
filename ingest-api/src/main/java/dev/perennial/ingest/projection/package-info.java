/** The projections as ingest reads them: of the serving epoch, and told how far they have come. */
@NullMarked
package dev.perennial.ingest.projection;

import org.jspecify.annotations.NullMarked;
