/** Due dates by arithmetic from the anchor, and the moments at which alerts fire. */
@NullMarked
package dev.perennial.domain.calendar;

import org.jspecify.annotations.NullMarked;
