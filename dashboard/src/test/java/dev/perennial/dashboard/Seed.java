package dev.perennial.dashboard;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.control.SignInToken;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Puts documents into MongoDB as the sinks, the notifier and operations write them. */
final class Seed {

  private static final List<String> PROJECTIONS =
      List.of("subscriptions", "payments", "subscriber-totals");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MongoDatabase projections;
  private final MongoDatabase control;
  private final String tenantId;
  private final int partition;

  Seed(MongoClient client, int epoch, String tenantId, int partition) {
    this.projections = client.getDatabase("projections-e" + epoch);
    this.control = client.getDatabase("control");
    this.tenantId = tenantId;
    this.partition = partition;
  }

  MongoDatabase projections() {
    return projections;
  }

  void tenant(String name) {
    control.getCollection("tenants").insertOne(new Document("_id", tenantId).append("name", name));
  }

  /** A sign-in token that expires an hour later. */
  SignInToken signInToken(Instant createdAt) {
    SignInToken token = SignInToken.generate(RANDOM);
    control
        .getCollection("signInTokens")
        .insertOne(
            new Document("_id", token.hash())
                .append("tenantId", tenantId)
                .append("createdAt", Date.from(createdAt))
                .append("expiresAt", Date.from(createdAt.plus(Duration.ofHours(1)))));
    return token;
  }

  /** An API key of this tenant. */
  String apiKey(Instant createdAt, Scope... scopes) {
    ApiKeyToken token = ApiKeyToken.generate(RANDOM);
    control
        .getCollection("apiKeys")
        .insertOne(ApiKey.of(token, tenantId, "test", Set.of(scopes), createdAt).toDocument());
    return token.text();
  }

  void watermark(String collection, Instant tick) {
    watermark(collection, tick, 41);
  }

  void watermark(String collection, Instant tick, long offset) {
    String id = collection + "|" + partition;
    projections
        .getCollection("watermarks")
        .replaceOne(
            new Document("_id", id),
            new Document("_id", id)
                .append("collection", "watermarks")
                .append("projection", collection)
                .append("version", 1L)
                .append("partition", partition)
                .append("offset", offset)
                .append("tick", Date.from(tick)),
            new ReplaceOptions().upsert(true));
  }

  void watermarks(Instant tick) {
    PROJECTIONS.forEach(collection -> watermark(collection, tick));
  }

  /** As though every projection had applied the events up to this offset, and those alone. */
  void applied(long offset, Instant tick) {
    PROJECTIONS.forEach(collection -> watermark(collection, tick, offset));
  }

  /** A monthly, active subscription; the caller may change the document before it is inserted. */
  Document subscription(String subscriber, String id, String name, String value, String currency) {
    return document(subscriber, id)
        .append("subscriptionId", id)
        .append("name", name)
        .append("vendor", name + " Inc.")
        .append("category", "streaming")
        .append("tags", List.of())
        .append("status", "ACTIVE")
        .append("price", new Document("kind", "FIXED").append("amount", amount(value, currency)))
        .append(
            "billing",
            new Document("every", 1)
                .append("unit", "MONTH")
                .append("anchor", date("2026-01-31"))
                .append("monthEnd", "CLAMP"))
        .append("collection", "AUTO")
        .append("zone", "UTC")
        .append("priceHistory", List.of(priceFrom("2026-01-31", "FIXED", value, currency)))
        .append("runRate", amount(value, currency))
        .append("lifetimeSpend", List.of());
  }

  static Document priceFrom(String from, String kind, String value, String currency) {
    return new Document("from", date(from))
        .append("kind", kind)
        .append("amount", amount(value, currency));
  }

  static Document sum(String value, String currency) {
    return new Document("currency", currency).append("amount", decimal(value));
  }

  static Document cancelBy(String on, String renewal) {
    return new Document("on", date(on)).append("renewal", date(renewal));
  }

  static Document notice(int every, String unit) {
    return new Document("every", every).append("unit", unit);
  }

  Document payment(
      String subscriber, String subscription, String id, String paidOn, Document amount) {
    return document(subscriber, subscription, id)
        .append("subscriptionId", subscription)
        .append("paymentId", id)
        .append("status", "SUCCEEDED")
        .append("paidAt", date(paidOn))
        .append("paidOn", date(paidOn))
        .append("amount", amount)
        .append("refunds", List.of())
        .append("category", "streaming");
  }

  Document totals(String subscriber, String month, List<Document> lines, List<Document> days) {
    return document(subscriber, month)
        .append("month", month)
        .append("lines", lines)
        .append("days", days);
  }

  static Document line(String category, String currency, String amount) {
    return new Document("category", category)
        .append("currency", currency)
        .append("amount", decimal(amount));
  }

  static Document day(int day, String currency, String amount) {
    return new Document("day", day).append("currency", currency).append("amount", decimal(amount));
  }

  Document delivery(String subscriber, String id, String state, String title, Instant raisedAt) {
    return new Document("_id", tenantId + "-" + id)
        .append("version", 1L)
        .append("partition", partition)
        .append("tenantId", tenantId)
        .append("subscriberId", subscriber)
        .append("subscriptionId", "netflix")
        .append("alertId", "alert-" + id)
        .append("destinationId", "home")
        .append("channel", "email")
        .append("state", state)
        .append("alertType", "renewal.upcoming")
        .append("title", title)
        .append("text", title + ".")
        .append("dueOn", date("2026-11-30"))
        .append("amount", amount("12.99", "EUR"))
        .append("raisedAt", Date.from(raisedAt))
        .append("at", Date.from(raisedAt.plusSeconds(3)));
  }

  void insert(String collection, Document... documents) {
    projections.getCollection(collection).insertMany(Arrays.asList(documents));
  }

  void replace(String collection, Document document) {
    projections
        .getCollection(collection)
        .replaceOne(
            new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  static Document amount(String value, String currency) {
    return new Document("value", decimal(value)).append("currency", currency);
  }

  static Document renewal(String dueOn, String value, String currency) {
    return new Document("dueOn", date(dueOn)).append("amount", amount(value, currency));
  }

  static Date date(String date) {
    return Date.from(LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private Document document(String subscriber, String... rest) {
    String[] parts = new String[rest.length + 2];
    parts[0] = tenantId;
    parts[1] = subscriber;
    System.arraycopy(rest, 0, parts, 2, rest.length);
    return new Document("_id", CompositeKey.of(parts))
        .append("version", 1L)
        .append("partition", partition)
        .append("tenantId", tenantId)
        .append("subscriberId", subscriber);
  }

  private static Decimal128 decimal(String value) {
    return new Decimal128(new BigDecimal(value));
  }
}
