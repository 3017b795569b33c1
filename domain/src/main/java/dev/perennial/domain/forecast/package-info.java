/** What will be due: a pure function of what is agreed for the time ahead. */
@NullMarked
package dev.perennial.domain.forecast;

import org.jspecify.annotations.NullMarked;
