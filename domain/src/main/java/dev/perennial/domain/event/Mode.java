package dev.perennial.domain.event;

/** How an event came in: as it happened, or as part of an import of history. */
public enum Mode {
  LIVE,
  BACKFILL
}
