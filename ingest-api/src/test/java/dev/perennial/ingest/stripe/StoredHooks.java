package dev.perennial.ingest.stripe;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.Hook.Environment;
import dev.perennial.contracts.control.HookKeys;
import dev.perennial.contracts.control.HookSecret;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Hooks in the control database, known by the last part of the address, and payments. */
final class StoredHooks {

  static final String KEY = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
  static final String SECRET = "whsec_firstOfTheTests";
  static final String NEXT = "whsec_secondOfTheTests";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");

  private final MongoCollection<Document> hooks;
  private final MongoCollection<Document> payments;
  private final MongoCollection<Document> receipts;

  StoredHooks(MongoClient mongodb) {
    this.hooks = mongodb.getDatabase(ControlDatabase.NAME).getCollection(ControlDatabase.HOOKS);
    this.payments = mongodb.getDatabase("projections-e1").getCollection("payments");
    this.receipts = mongodb.getDatabase("projections-e1").getCollection("receipts");
  }

  String live(String tenant, String... secrets) {
    String id = Hook.newId(RANDOM);
    return store(id, tenant, Environment.LIVE, sealed(KEY, id, secrets), null);
  }

  String test(String tenant) {
    String id = Hook.newId(RANDOM);
    return store(id, tenant, Environment.TEST, sealed(KEY, id, SECRET), null);
  }

  String revoked(String tenant) {
    String id = Hook.newId(RANDOM);
    return store(id, tenant, Environment.LIVE, sealed(KEY, id, SECRET), PAST);
  }

  String rotatedAway(String tenant, String old, String next, Instant at) {
    String id = Hook.newId(RANDOM);
    List<HookSecret> secrets =
        List.of(sealed(KEY, id, old).getFirst().endingAt(at), sealed(KEY, id, next).getFirst());
    return store(id, tenant, Environment.LIVE, secrets, null);
  }

  String sealedWithAnotherKey(String tenant) {
    String id = Hook.newId(RANDOM);
    return store(id, tenant, Environment.LIVE, sealed("7:" + KEY, id, SECRET), null);
  }

  private static List<HookSecret> sealed(String key, String id, String... secrets) {
    HookKeys keys = HookKeys.parse(key);
    return Arrays.stream(secrets).map(secret -> keys.seal(secret, id, RANDOM, PAST)).toList();
  }

  private String store(
      String id,
      String tenant,
      Environment environment,
      List<HookSecret> secrets,
      @Nullable Instant revokedAt) {
    hooks.insertOne(
        new Hook(id, Hook.STRIPE, tenant, environment, null, secrets, PAST, revokedAt)
            .toDocument());
    return id;
  }

  /** A payment of 12.99 EUR as the projections have it. */
  void pay(String tenant, String customer, String id, Instant paidAt) {
    Document amount =
        new Document("value", new Decimal128(new BigDecimal("12.99"))).append("currency", "EUR");
    payments.insertOne(
        new Document("_id", tenant + "|" + customer + "|" + id)
            .append("tenantId", tenant)
            .append("subscriberId", customer)
            .append("subscriptionId", "sub_of_" + id)
            .append("paymentId", id)
            .append("status", "SUCCEEDED")
            .append("paidAt", Date.from(paidAt))
            .append("amount", amount));
  }

  /** What says that an event was folded. */
  void receive(String tenant, String source, String id) {
    receipts.insertOne(
        new Document("_id", tenant + "|" + source + "|" + id)
            .append("tenantId", tenant)
            .append("source", source)
            .append("eventId", id));
  }
}
