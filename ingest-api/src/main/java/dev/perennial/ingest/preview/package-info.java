/** What events would do, if they were posted: nothing is written anywhere. */
@NullMarked
package dev.perennial.ingest.preview;

import org.jspecify.annotations.NullMarked;
