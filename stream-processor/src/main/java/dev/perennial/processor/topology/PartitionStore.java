package dev.perennial.processor.topology;

import dev.perennial.processor.state.PartitionMemory;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The one entry of a partition's own store. Three stages share it, so nobody keeps a copy. */
final class PartitionStore {

  private static final String ONLY = "partition";

  private final KeyValueStore<String, PartitionMemory> store;

  PartitionStore(KeyValueStore<String, PartitionMemory> store) {
    this.store = store;
  }

  PartitionMemory get() {
    PartitionMemory memory = store.get(ONLY);
    return memory == null ? PartitionMemory.empty() : memory;
  }

  PartitionMemory update(UnaryOperator<PartitionMemory> change) {
    PartitionMemory changed = change.apply(get());
    store.put(ONLY, changed);
    return changed;
  }
}
