package dev.perennial.operations.control;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.KeyLimits;
import dev.perennial.contracts.control.Scope;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * API keys in the control database. A key is never deleted: who had which scopes until when stays
 * on record.
 */
public final class KeyAdmin {

  private final TenantAdmin tenants;
  private final AuditChain audit;
  private final MongoCollection<Document> keys;
  private final Clock clock;
  private final SecureRandom random;

  /** For changes that the platform makes by itself. */
  public KeyAdmin(MongoClient mongodb, Clock clock, SecureRandom random) {
    this(mongodb, clock, random, TenantAdmin.PLATFORM);
  }

  /**
   * @param operator who makes the changes, for the audit record
   */
  public KeyAdmin(MongoClient mongodb, Clock clock, SecureRandom random, String operator) {
    this.audit = new AuditChain(mongodb, clock, operator);
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
    return create(tenantId, name, scopes, expiresAt, KeyLimits.NONE);
  }

  /**
   * As {@link #create(String, String, Set, Instant)}, with limits of its own.
   *
   * @param limits those left out are the services'
   */
  public CreatedKey create(
      String tenantId,
      String name,
      Set<Scope> scopes,
      @Nullable Instant expiresAt,
      KeyLimits limits) {
    Instant now = now();
    tenants.require(tenantId);
    if (scopes.isEmpty()) {
      throw new OperationException("A key without a scope permits nothing");
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new OperationException("The key would have expired already");
    }
    ApiKeyToken token = ApiKeyToken.generate(random);
    ApiKey key = ApiKey.of(token, tenantId, name, scopes, now, expiresAt, limits);
    audit.transaction(
        session -> {
          keys.insertOne(session, key.toDocument());
          audit.enter(session, "key-created", key.prefix(), about(key));
          return key;
        });
    return new CreatedKey(token, key);
  }

  /**
   * Makes a key to take another's place: of the same tenant, name, scopes, limits and expiry. The
   * other goes on for the overlap, and never longer than it would have.
   *
   * <p>The successor is stored only where the other could be marked, in one transaction: of two
   * rotations at once, one fails.
   *
   * @param prefix the 8 characters behind {@code pk_}
   * @param overlap zero or more
   * @throws OperationException where there is no such key, or it was ended or rotated before
   */
  public CreatedKey rotate(String prefix, Duration overlap) {
    if (overlap.isNegative()) {
      throw new OperationException("An overlap is not negative");
    }
    Instant now = now();
    ApiKey old = rotatable(prefix, now);
    ApiKeyToken token = ApiKeyToken.generate(random);
    ApiKey key =
        ApiKey.of(
            token, old.tenantId(), old.name(), old.scopes(), now, old.expiresAt(), old.limits());
    audit.transaction(session -> replace(session, old, key, now.plus(overlap)));
    return new CreatedKey(token, key);
  }

  private boolean replace(ClientSession session, ApiKey old, ApiKey key, Instant end) {
    Bson changes =
        Updates.combine(
            Updates.set(ApiKey.SUCCESSOR, key.prefix()),
            Updates.min(ApiKey.EXPIRES_AT, Date.from(end)));
    Bson untouched =
        and(eq(old.prefix()), exists(ApiKey.SUCCESSOR, false), exists(ApiKey.REVOKED_AT, false));
    if (keys.updateOne(session, untouched, changes).getModifiedCount() == 0) {
      throw new OperationException("The key was rotated or revoked meanwhile");
    }
    keys.insertOne(session, key.toDocument());
    audit.enter(
        session,
        "key-rotated",
        old.prefix(),
        Map.of("tenant", old.tenantId(), "successor", key.prefix(), "end", end.toString()));
    return true;
  }

  private ApiKey rotatable(String prefix, Instant now) {
    ApiKey key = find(prefix);
    if (key.successor() != null) {
      throw new OperationException("The key has a successor already: " + key.successor());
    }
    boolean expired = key.expiresAt() != null && !now.isBefore(key.expiresAt());
    if (key.revokedAt() != null || expired) {
      throw new OperationException("The key has ended; create another");
    }
    return key;
  }

  /**
   * @throws OperationException where there is no such key
   */
  ApiKey find(String prefix) {
    return Optional.ofNullable(keys.find(eq(prefix)).first())
        .map(ApiKey::fromDocument)
        .orElseThrow(KeyAdmin::unknown);
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
    boolean revoked = audit.transaction(session -> end(session, prefix));
    if (!revoked && keys.countDocuments(eq(prefix)) == 0) {
      throw unknown();
    }
    return revoked;
  }

  private boolean end(ClientSession session, String prefix) {
    long ended =
        keys.updateOne(
                session,
                and(eq(prefix), exists(ApiKey.REVOKED_AT, false)),
                Updates.set(ApiKey.REVOKED_AT, Date.from(clock.instant())))
            .getModifiedCount();
    if (ended == 1) {
      audit.enter(session, "key-revoked", prefix, Map.of());
    }
    return ended == 1;
  }

  private static Map<String, String> about(ApiKey key) {
    String scopes =
        key.scopes().stream().map(Scope::wireName).sorted().collect(Collectors.joining(","));
    return Map.of("tenant", key.tenantId(), "name", key.name(), "scopes", scopes);
  }

  private static OperationException unknown() {
    return new OperationException("There is no key of that prefix; keys list shows them all");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
