/** What a subscriber takes for a month. */
@NullMarked
package dev.perennial.domain.period;

import org.jspecify.annotations.NullMarked;
