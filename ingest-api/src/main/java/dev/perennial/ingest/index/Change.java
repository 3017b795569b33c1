package dev.perennial.ingest.index;

/**
 * A note that is to be made for a claim.
 *
 * @param sure whether nobody else can have written there, so that nothing has to be compared
 */
record Change(Claim claim, Note note, boolean sure) {}
