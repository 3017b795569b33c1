package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.fold.Tenant;
import dev.perennial.processor.state.MemoryStore;
import dev.perennial.processor.state.StoredFacts;

/** What each tenant has said. Every derivation asks, so what was read is kept as an object. */
final class Tenants {

  private static final int CACHED = 1_000;

  private final MemoryStore<StoredFacts> store;
  private final BoundedCache<String, Tenant> cache = new BoundedCache<>(CACHED);

  Tenants(MemoryStore<StoredFacts> store) {
    this.store = store;
  }

  Tenant of(String tenantId) {
    return cache.get(tenantId, id -> Tenant.of(facts(id).log().facts()));
  }

  StoredFacts facts(String tenantId) {
    return store.get(CompositeKey.of(tenantId)).orElse(StoredFacts.empty());
  }

  void put(String tenantId, StoredFacts facts) {
    store.put(CompositeKey.of(tenantId), facts);
    cache.forget(tenantId);
  }
}
