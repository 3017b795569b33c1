/** Dead letters: listed, shown, replayed and discarded, with a record of who did what. */
@NullMarked
package dev.perennial.operations.letters;

import org.jspecify.annotations.NullMarked;
