/** Which alerts a moment raises, and which it voids. */
@NullMarked
package dev.perennial.domain.reminder;

import org.jspecify.annotations.NullMarked;
