package dev.perennial.ingest.index;

import java.util.Optional;

/**
 * An event that the broker has acknowledged.
 *
 * @param fresh whether its claim was the first of its id, so that nobody else can have written
 *     there since
 * @param receipt for whoever sends it again; reference data has none
 */
public record Acceptance(Claim claim, boolean fresh, Optional<String> receipt) {}
