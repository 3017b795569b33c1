/** What operators changed, in a chain that shows where somebody altered it. */
@NullMarked
package dev.perennial.operations.audit;

import org.jspecify.annotations.NullMarked;
