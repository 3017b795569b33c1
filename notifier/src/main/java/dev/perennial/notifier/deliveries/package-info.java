/** Every change of a ledger row, published. */
@NullMarked
package dev.perennial.notifier.deliveries;

import org.jspecify.annotations.NullMarked;
