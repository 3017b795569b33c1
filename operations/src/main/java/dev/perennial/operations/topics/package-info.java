/** Topics made what they are declared to be. */
@NullMarked
package dev.perennial.operations.topics;

import org.jspecify.annotations.NullMarked;
