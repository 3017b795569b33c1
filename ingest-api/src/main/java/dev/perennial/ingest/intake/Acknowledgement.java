package dev.perennial.ingest.intake;

import dev.perennial.contracts.http.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Every in-sync replica has an event.
 *
 * @param receipt where; null for reference data, which no single place of one partition stands for
 */
record Acknowledgement(@Nullable Receipt receipt) {}
