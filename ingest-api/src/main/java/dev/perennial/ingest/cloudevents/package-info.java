/** CloudEvents 1.0 over HTTP. */
@NullMarked
package dev.perennial.ingest.cloudevents;

import org.jspecify.annotations.NullMarked;
