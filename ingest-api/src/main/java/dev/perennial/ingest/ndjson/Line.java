package dev.perennial.ingest.ndjson;

import org.jspecify.annotations.Nullable;

/**
 * A line of a stream that is not blank.
 *
 * @param number from 1, blank lines counted
 * @param text without its end; null if the line is too long
 */
record Line(long number, byte @Nullable [] text) {

  int length() {
    return text == null ? 0 : text.length;
  }
}
