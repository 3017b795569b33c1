/** Spend as the sum of contributions. */
@NullMarked
package dev.perennial.domain.total;

import org.jspecify.annotations.NullMarked;
