package dev.perennial.ingest.index;

import java.util.Optional;

/**
 * An event that the broker has acknowledged.
 *
 * @param receipt for whoever sends it again; reference data has none
 */
public record Acceptance(Claim claim, Optional<String> receipt) {}
