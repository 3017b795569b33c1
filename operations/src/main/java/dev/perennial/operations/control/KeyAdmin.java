package dev.perennial.operations.control;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Scope;
import dev.perennial.operations.OperationException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * API keys in the control database. A key is never deleted: who had which scopes until when stays
 * on record.
 */
public final class KeyAdmin {

  private final TenantAdmin tenants;
  private final MongoCollection<Document> keys;
  private final Clock clock;
  private final SecureRandom random;

  public KeyAdmin(MongoClient mongodb, Clock clock, SecureRandom random) {
    this.tenants = new TenantAdmin(mongodb, clock);
    this.keys =
        mongodb
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.API_KEYS)
            .withWriteConcern(WriteConcern.MAJORITY);
    this.clock = clock;
    this.random = random;
  }

  /**
   * @param name says who uses it
   * @param expiresAt in the future; never, if null
   * @throws OperationException where the tenant is unknown, no scope is given, or the key would
   *     have expired already
   */
  public CreatedKey create(
      String tenantId, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    tenants.require(tenantId);
    if (scopes.isEmpty()) {
      throw new OperationException("A key without a scope permits nothing");
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new OperationException("The key would have expired already");
    }
    ApiKeyToken token = ApiKeyToken.generate(random);
    ApiKey key =
        new ApiKey(token.prefix(), token.hash(), tenantId, name, scopes, now, expiresAt, null);
    keys.insertOne(key.toDocument());
    return new CreatedKey(token, key);
  }

  /** A tenant's, or all where it is null; by tenant and age. */
  public List<ApiKey> list(@Nullable String tenantId) {
    Bson filter = tenantId == null ? new Document() : eq(ApiKey.TENANT_ID, tenantId);
    return keys.find(filter)
        .sort(Sorts.ascending(ApiKey.TENANT_ID, ApiKey.CREATED_AT, ApiKey.PREFIX))
        .map(ApiKey::fromDocument)
        .into(new ArrayList<>());
  }

  /**
   * From now on the key is refused, as soon as the services' caches have forgotten it.
   *
   * @param prefix the 8 characters behind {@code pk_}
   * @return false where it was revoked before, which stays as it was
   * @throws OperationException where there is no such key
   */
  public boolean revoke(String prefix) {
    long revoked =
        keys.updateOne(
                and(eq(prefix), exists(ApiKey.REVOKED_AT, false)),
                Updates.set(ApiKey.REVOKED_AT, Date.from(clock.instant())))
            .getModifiedCount();
    if (revoked == 0 && keys.countDocuments(eq(prefix)) == 0) {
      throw new OperationException("There is no key of that prefix; keys list shows them all");
    }
    return revoked == 1;
  }
}
