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
import dev.perennial.operations.VisibleText;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * API keys in the control database. A key is never deleted: who had which scopes until when stays
 * on record.
 */
public final class KeyAdmin {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

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
    if (!VisibleText.is(name)) {
      throw new OperationException("A key's name has 1 to 128 visible characters");
    }
    ApiKeyToken token = ApiKeyToken.generate(random);
    ApiKey key =
        ApiKey.of(token, tenantId, name, scopes, now, requireFuture(expiresAt, now), limits);
    audit.transaction(
        session -> {
          keys.insertOne(session, key.toDocument());
          audit.enter(session, "key-created", key.prefix(), about(key));
          return key;
        });
    return new CreatedKey(token, key);
  }

  /** As the database keeps it. */
  private static @Nullable Instant requireFuture(@Nullable Instant expiresAt, Instant now) {
    if (expiresAt == null) {
      return null;
    }
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(LAST)) {
      throw new OperationException("A key expires in the future, and before the year 10000");
    }
    return expiresAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Makes a key to take another's place: of the same tenant, name, scopes and limits. The other
   * goes on for the overlap, and never longer than it would have.
   *
   * <p>The successor is stored only where the other could be marked, in one transaction: of two
   * rotations at once, one fails.
   *
   * @param prefix the 8 characters behind {@code pk_}
   * @param expiresAt of the successor, in the future; if null, it lives as long as the other was to
   *     when it was made, and for ever where that was
   * @throws OperationException where there is no such key, it was ended or rotated before, or the
   *     successor would have expired already
   */
  public Rotation rotate(String prefix, Overlap overlap, @Nullable Instant expiresAt) {
    Instant now = now();
    ApiKey old = rotatable(prefix, now);
    Instant expiry = requireFuture(expiresAt == null ? anew(old, now) : expiresAt, now);
    ApiKeyToken token = ApiKeyToken.generate(random);
    ApiKey key =
        ApiKey.of(token, old.tenantId(), old.name(), old.scopes(), now, expiry, old.limits());
    Instant end = earlier(overlap.endsAt(now), old.expiresAt());
    audit.transaction(session -> replace(session, old, key, end));
    return new Rotation(new CreatedKey(token, key), end);
  }

  /** The other's lifetime from now on: of what remains of it nobody could say that it is enough. */
  private static @Nullable Instant anew(ApiKey old, Instant now) {
    Instant end = old.expiresAt();
    return end == null ? null : now.plus(Duration.between(old.createdAt(), end));
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other != null && other.isBefore(one) ? other : one;
  }

  private boolean replace(ClientSession session, ApiKey old, ApiKey key, Instant end) {
    Bson changes =
        Updates.combine(
            Updates.set(ApiKey.SUCCESSOR, key.prefix()),
            Updates.set(ApiKey.EXPIRES_AT, Date.from(end)));
    Bson untouched =
        and(eq(old.prefix()), exists(ApiKey.SUCCESSOR, false), exists(ApiKey.REVOKED_AT, false));
    if (keys.updateOne(session, untouched, changes).getModifiedCount() == 0) {
      throw new OperationException("The key was rotated or revoked meanwhile");
    }
    keys.insertOne(session, key.toDocument());
    Map<String, String> details = new TreeMap<>(about(key));
    details.put("successor", key.prefix());
    details.put("end", end.toString());
    audit.enter(session, "key-rotated", old.prefix(), details);
    return true;
  }

  private ApiKey rotatable(String prefix, Instant now) {
    ApiKey key = find(prefix);
    if (key.successor() != null) {
      throw new OperationException(
          "The key has a successor already, %s: rotate that one".formatted(key.successor()));
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
    Document ended =
        keys.findOneAndUpdate(
            session,
            and(eq(prefix), exists(ApiKey.REVOKED_AT, false)),
            Updates.set(ApiKey.REVOKED_AT, Date.from(clock.instant())));
    if (ended != null) {
      audit.enter(
          session, "key-revoked", prefix, Map.of("tenant", ended.getString(ApiKey.TENANT_ID)));
    }
    return ended != null;
  }

  /** What a key may do and for how long, for the record. */
  private static Map<String, String> about(ApiKey key) {
    Map<String, String> details = new TreeMap<>();
    details.put("tenant", key.tenantId());
    details.put("name", key.name());
    details.put(
        "scopes",
        key.scopes().stream().map(Scope::wireName).sorted().collect(Collectors.joining(",")));
    if (key.expiresAt() != null) {
      details.put("expires", key.expiresAt().toString());
    }
    if (!key.limits().equals(KeyLimits.NONE)) {
      details.put("limits", key.limits().text());
    }
    return details;
  }

  private static OperationException unknown() {
    return new OperationException("There is no key of that prefix; keys list shows them all");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
