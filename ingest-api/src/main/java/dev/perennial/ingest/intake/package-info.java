/** The one way in: from decoded events to what the broker said of each, whatever form they had. */
@NullMarked
package dev.perennial.ingest.intake;

import org.jspecify.annotations.NullMarked;
