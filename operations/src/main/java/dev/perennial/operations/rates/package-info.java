/** Published exchange rates: from a file of the European Central Bank to events. */
@NullMarked
package dev.perennial.operations.rates;

import org.jspecify.annotations.NullMarked;
