/** Files of events sent to ingest as one stream. */
@NullMarked
package dev.perennial.operations.importing;

import org.jspecify.annotations.NullMarked;
