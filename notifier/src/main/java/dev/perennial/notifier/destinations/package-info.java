/** Where a subscriber wants to be told; addresses are encrypted at rest. */
@NullMarked
package dev.perennial.notifier.destinations;

import org.jspecify.annotations.NullMarked;
