/** Epochs of the projections: built beside the serving one, switched to, and dropped. */
@NullMarked
package dev.perennial.operations.replay;

import org.jspecify.annotations.NullMarked;
