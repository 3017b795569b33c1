/**
 * What a period comes to, and what changed it afterwards: pure functions of what is known today.
 */
@NullMarked
package dev.perennial.domain.reckoning;

import org.jspecify.annotations.NullMarked;
