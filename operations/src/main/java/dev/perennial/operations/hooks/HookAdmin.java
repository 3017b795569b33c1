package dev.perennial.operations.hooks;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.HookKeys;
import dev.perennial.contracts.control.HookSecret;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import dev.perennial.operations.collections.CollectionAdmin;
import dev.perennial.operations.control.Overlap;
import dev.perennial.operations.control.TenantAdmin;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Hooks in the control database. A hook is never deleted: whose events came in by which address
 * until when stays on record.
 */
public final class HookAdmin {

  private static final Pattern SIGNING_SECRET = Pattern.compile("whsec_[\\x21-\\x7e]{8,256}");
  private static final Pattern ACCOUNT = Pattern.compile("acct_[A-Za-z0-9]{1,64}");

  private final MongoClient mongodb;
  private final AuditChain audit;
  private final MongoCollection<Document> hooks;
  private final Clock clock;
  private final SecureRandom random;

  /**
   * @param operator who makes the changes, for the audit record
   */
  public HookAdmin(MongoClient mongodb, Clock clock, SecureRandom random, String operator) {
    this.mongodb = mongodb;
    this.audit = new AuditChain(mongodb, clock, operator);
    this.hooks =
        mongodb
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.HOOKS)
            .withWriteConcern(WriteConcern.MAJORITY);
    this.clock = clock;
    this.random = random;
  }

  /**
   * @param account the provider's; null if its events name it, or nobody has to know
   * @param secret as the provider shows it
   * @throws OperationException where the tenant is unknown, or account or secret are none
   */
  public Hook create(
      String tenantId,
      Hook.Environment environment,
      @Nullable String account,
      String secret,
      HookKeys keys) {
    new TenantAdmin(mongodb, clock).require(tenantId);
    requireSecret(secret);
    if (account != null && !ACCOUNT.matcher(account).matches()) {
      throw new OperationException("A Stripe account is acct_ and letters and digits");
    }
    String id = Hook.newId(random);
    Instant now = now();
    HookSecret sealed = keys.seal(secret, id, random, now);
    Hook hook =
        new Hook(id, Hook.STRIPE, tenantId, environment, account, List.of(sealed), now, null);
    CollectionAdmin.applyHooks(mongodb);
    return audit.transaction(
        session -> {
          hooks.insertOne(session, hook.toDocument());
          audit.enter(session, "hook-created", id, about(hook));
          return hook;
        });
  }

  /** A tenant's, or all where it is null; by tenant and age. */
  public List<Hook> list(@Nullable String tenantId) {
    Bson filter = tenantId == null ? new Document() : eq(Hook.TENANT_ID, tenantId);
    return hooks
        .find(filter)
        .sort(Sorts.ascending(Hook.TENANT_ID, Hook.CREATED_AT, Hook.ID))
        .map(Hook::fromDocument)
        .into(new ArrayList<>());
  }

  /**
   * Adds a secret; those that are there end after the overlap, those that have ended are dropped.
   *
   * @throws OperationException where there is no such hook, it was revoked, or the secret is none
   */
  public Hook rotate(String id, String secret, Overlap overlap, HookKeys keys) {
    requireSecret(secret);
    Instant now = now();
    Instant end = overlap.endsAt(now);
    HookSecret added = keys.seal(secret, id, random, now);
    return audit.transaction(session -> rotate(session, id, added, end));
  }

  /** Where another operator is quicker, this runs again: neither's secret is lost. */
  private Hook rotate(ClientSession session, String id, HookSecret added, Instant end) {
    Hook hook = Hook.fromDocument(required(hooks.find(session, eq(id)).first()));
    if (hook.isRevoked(added.addedAt())) {
      throw new OperationException("The hook was revoked; create another");
    }
    Hook rotated = withSecret(hook, added, end);
    hooks.replaceOne(session, eq(id), rotated.toDocument());
    Map<String, String> details = new TreeMap<>(about(rotated));
    details.put("end", end.toString());
    audit.enter(session, "hook-rotated", id, details);
    return rotated;
  }

  private static Hook withSecret(Hook hook, HookSecret added, Instant end) {
    List<HookSecret> secrets =
        Stream.concat(
                hook.secretsAt(added.addedAt()).stream().map(old -> old.endingAt(end)),
                Stream.of(added))
            .toList();
    return new Hook(
        hook.id(),
        hook.provider(),
        hook.tenantId(),
        hook.environment(),
        hook.account(),
        secrets,
        hook.createdAt(),
        null);
  }

  /**
   * From now on the hook is refused, as soon as the services' caches have forgotten it.
   *
   * @return false where it was revoked before, which stays as it was
   * @throws OperationException where there is no such hook
   */
  public boolean revoke(String id) {
    return audit.transaction(session -> revoke(session, id));
  }

  private boolean revoke(ClientSession session, String id) {
    Hook hook = Hook.fromDocument(required(hooks.find(session, eq(id)).first()));
    if (hook.revokedAt() != null) {
      return false;
    }
    hooks.updateOne(session, eq(id), Updates.set(Hook.REVOKED_AT, Date.from(now())));
    audit.enter(session, "hook-revoked", id, about(hook));
    return true;
  }

  /** For the record: what it hears, and by how many secrets. */
  private static Map<String, String> about(Hook hook) {
    return Map.of(
        "tenant", hook.tenantId(),
        "provider", hook.provider(),
        "environment", hook.environment().wireName(),
        "secrets", Integer.toString(hook.secrets().size()));
  }

  private static Document required(@Nullable Document found) {
    if (found == null) {
      throw new OperationException("There is no hook of that id; hooks list shows them all");
    }
    return found;
  }

  private static void requireSecret(String secret) {
    if (!SIGNING_SECRET.matcher(secret).matches()) {
      throw new OperationException("A signing secret of Stripe begins with whsec_");
    }
  }

  /** As the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
