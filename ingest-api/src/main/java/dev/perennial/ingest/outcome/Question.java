package dev.perennial.ingest.outcome;

import dev.perennial.contracts.http.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an event.
 *
 * @param tenantId whose it is
 * @param source of any, if null
 * @param receipt of its 202; null where the asker has none
 */
record Question(
    String tenantId, String eventId, @Nullable String source, @Nullable Receipt receipt) {}
