/** Exchange rates: which one counts for a day, and what an amount comes to by it. */
@NullMarked
package dev.perennial.domain.exchange;

import org.jspecify.annotations.NullMarked;
