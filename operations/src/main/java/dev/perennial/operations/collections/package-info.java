/** Collections made what they are declared to be. */
@NullMarked
package dev.perennial.operations.collections;

import org.jspecify.annotations.NullMarked;
