package dev.perennial.ingest.csv;

import org.jspecify.annotations.Nullable;

/**
 * What holds for rows that do not say it themselves.
 *
 * @param source of their events
 * @param time of their events; null: derived from the row
 */
record Defaults(String source, @Nullable String time) {}
