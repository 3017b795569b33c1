/** Going away without cutting or losing a request. */
@NullMarked
package dev.perennial.ingest.stopping;

import org.jspecify.annotations.NullMarked;
