/** State as a function of the set of facts. */
@NullMarked
package dev.perennial.domain.fold;

import org.jspecify.annotations.NullMarked;
