/** Previews of files of events. */
@NullMarked
package dev.perennial.operations.preview;

import org.jspecify.annotations.NullMarked;
