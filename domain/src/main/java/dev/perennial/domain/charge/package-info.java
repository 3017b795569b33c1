/** What is due on which day, and what upstream systems announce about it. */
@NullMarked
package dev.perennial.domain.charge;

import org.jspecify.annotations.NullMarked;
