/** Events as a stream of lines, each answered by a line while the stream goes on. */
@NullMarked
package dev.perennial.ingest.ndjson;

import org.jspecify.annotations.NullMarked;
