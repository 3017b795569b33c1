/** Which alerts a moment raises, and which it voids. */
@NullMarked
package dev.perennial.domain.alert;

import org.jspecify.annotations.NullMarked;
