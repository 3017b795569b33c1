package dev.perennial.operations.hooks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.HookKeys;
import dev.perennial.contracts.control.HookSecret;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.collections.CollectionAdmin;
import dev.perennial.operations.control.TenantAdmin;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
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
  private final MongoCollection<Document> hooks;
  private final Clock clock;
  private final SecureRandom random;

  public HookAdmin(MongoClient mongodb, Clock clock, SecureRandom random) {
    this.mongodb = mongodb;
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
    hooks.insertOne(hook.toDocument());
    return hook;
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
   * @param overlap none or more
   * @throws OperationException where there is no such hook, it was revoked, it changed at the same
   *     time, or the secret is none
   */
  public Hook rotate(String id, String secret, Duration overlap, HookKeys keys) {
    requireSecret(secret);
    if (overlap.isNegative()) {
      throw new OperationException("An overlap is not negative");
    }
    Instant now = now();
    Document found = required(id);
    Hook hook = Hook.fromDocument(found);
    if (hook.isRevoked(now)) {
      throw new OperationException("The hook was revoked; create another");
    }
    Instant end = now.plus(overlap);
    List<HookSecret> secrets =
        Stream.concat(
                hook.secretsAt(now).stream().map(old -> old.endingAt(end)),
                Stream.of(keys.seal(secret, id, random, now)))
            .toList();
    Hook rotated =
        new Hook(
            id,
            hook.provider(),
            hook.tenantId(),
            hook.environment(),
            hook.account(),
            secrets,
            hook.createdAt(),
            null);
    // Where another operator was quicker, one of the two secrets would be lost.
    if (hooks.replaceOne(found, rotated.toDocument()).getMatchedCount() == 0) {
      throw new OperationException("The hook was changed at the same time; try again");
    }
    return rotated;
  }

  /**
   * From now on the hook is refused, as soon as the services' caches have forgotten it.
   *
   * @return false where it was revoked before, which stays as it was
   * @throws OperationException where there is no such hook
   */
  public boolean revoke(String id) {
    long revoked =
        hooks
            .updateOne(
                and(eq(id), exists(Hook.REVOKED_AT, false)),
                Updates.set(Hook.REVOKED_AT, Date.from(now())))
            .getModifiedCount();
    if (revoked == 0) {
      required(id);
    }
    return revoked == 1;
  }

  private Document required(String id) {
    Document found = hooks.find(eq(id)).first();
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
