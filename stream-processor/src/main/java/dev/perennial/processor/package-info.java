/** The stream processor: facts in, projections, receipts and alerts out. */
@NullMarked
package dev.perennial.processor;

import org.jspecify.annotations.NullMarked;
