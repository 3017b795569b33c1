package dev.perennial.processor.topology;

import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The jobs that are under way, each with how far it is. */
final class JobStore {

  private static final String NOTHING = "";

  private final KeyValueStore<String, String> store;

  JobStore(KeyValueStore<String, String> store) {
    this.store = store;
  }

  /**
   * @param done the cursor of the last step that was; "" at the start
   */
  record UnderWay(Job job, String done) {

    static UnderWay begun(Job job) {
      return new UnderWay(job, NOTHING);
    }
  }

  /** From the first step on, also where the same was under way. */
  void start(Job job) {
    store.put(job.name(), NOTHING);
  }

  Optional<UnderWay> next() {
    try (KeyValueIterator<String, String> all = store.all()) {
      if (!all.hasNext()) {
        return Optional.empty();
      }
      KeyValue<String, String> entry = all.next();
      return Optional.of(new UnderWay(Job.named(entry.key), entry.value));
    }
  }

  boolean isUnderWay(Job job) {
    return store.get(job.name()) != null;
  }

  void advance(Job job, String done) {
    store.put(job.name(), done);
  }

  void finish(Job job) {
    store.delete(job.name());
  }
}
