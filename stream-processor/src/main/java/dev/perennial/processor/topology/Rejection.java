package dev.perennial.processor.topology;

import dev.perennial.contracts.projection.ReceiptDocument;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read or folded.
 *
 * @param reason a stable code
 * @param error a sentence for a person
 * @param receipt for its sender; null where the record does not say whose it is
 */
record Rejection(Origin origin, String reason, String error, @Nullable ReceiptDocument receipt)
    implements Work, Change {}
