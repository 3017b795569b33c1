/** What an agreement costs a month, spread evenly, as exact fractions. */
@NullMarked
package dev.perennial.domain.rate;

import org.jspecify.annotations.NullMarked;
