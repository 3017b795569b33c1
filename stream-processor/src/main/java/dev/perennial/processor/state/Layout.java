package dev.perennial.processor.state;

/** How one kind of memory lies in its bytes. The same memory always gives the same bytes. */
interface Layout<T> {

  /**
   * @param key of the store's entry: what it says the value need not repeat
   */
  void write(String key, T memory, ByteSink out);

  T read(String key, ByteSource in);

  /** Worth its time only where values are long or much alike. */
  boolean isCompressed();
}
