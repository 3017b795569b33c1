package dev.perennial.connectors.redis;

/**
 * The next offset to read of a partition.
 *
 * @param text a decimal offset; empty where nothing was ever read
 */
record Position(String text) {

  static final Position NONE = new Position("");

  static Position stored(String text) {
    return text.isEmpty() ? NONE : new Position(text);
  }

  static Position after(long offset) {
    return new Position(Long.toString(offset + 1));
  }

  /** Where to read on: a compacted topic is whole from its start. */
  long offset() {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
