/** What was and will be due: a pure function of what is agreed. */
@NullMarked
package dev.perennial.domain.forecast;

import org.jspecify.annotations.NullMarked;
