package dev.perennial.starter.access;

import dev.perennial.contracts.control.ApiKey;
import java.util.Optional;

/** Where API keys are kept. */
@FunctionalInterface
interface KeyStore {

  /**
   * @throws com.mongodb.MongoException if the store does not answer in time
   */
  Optional<ApiKey> find(String prefix);
}
