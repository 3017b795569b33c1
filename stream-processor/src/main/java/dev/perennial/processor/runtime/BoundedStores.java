package dev.perennial.processor.runtime;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write buffer for every store of the process: without it each of the
 * stores of each partition would take its own, and memory would grow with the partitions.
 */
public final class BoundedStores implements RocksDBConfigSetter {

  /** Bytes of all stores together; write buffers take a third of them. */
  static final String MEMORY = "perennial.store.memory";

  private static @Nullable Memory shared;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    Memory memory = memory(Long.parseLong(requireNonNull(configs.get(MEMORY)).toString()));
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache());
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setWriteBufferManager(memory.buffers());
    options.setTableFormatConfig(table);
  }

  /** Nothing: the shared memory outlives every store, and ends with the process. */
  @Override
  public void close(String storeName, Options options) {}

  private static synchronized Memory memory(long bytes) {
    if (shared == null) {
      Cache cache = new LRUCache(bytes, -1, false, 0.1);
      shared = new Memory(cache, new WriteBufferManager(bytes / 3, cache));
    }
    return shared;
  }

  private record Memory(Cache cache, WriteBufferManager buffers) {}
}
