package dev.perennial.ingest.stripe;

import dev.perennial.contracts.control.Hook;
import java.util.Optional;

/** Where hooks are kept. */
@FunctionalInterface
interface HookStore {

  /**
   * @throws com.mongodb.MongoException if the store does not answer in time
   */
  Optional<Hook> find(String id);
}
