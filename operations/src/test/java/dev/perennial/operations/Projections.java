package dev.perennial.operations;

import org.bson.BsonDocument;

/** Documents as the processor puts them on its topics. */
public final class Projections {

  private Projections() {}

  public static BsonDocument totals(String id, long version, String amount) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "subscriberId": "alice", "month": "2026-11",
         "lines": [{"category": "streaming", "currency": "EUR",
                    "amount": {"$numberDecimal": "%s"}}],
         "days": [{"day": 5, "currency": "EUR", "amount": {"$numberDecimal": "%s"}}]}
        """
            .formatted(id, version, amount, amount));
  }

  public static BsonDocument payment(String id, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "subscriberId": "alice", "subscriptionId": "netflix", "paymentId": "p1",
         "status": "SUCCEEDED", "paidAt": {"$date": "2026-11-05T10:00:00Z"},
         "paidOn": {"$date": "2026-11-05T00:00:00Z"}, "category": "streaming", "refunds": [],
         "amount": {"value": {"$numberDecimal": "12.90"}, "currency": "EUR"}}
        """
            .formatted(id, version));
  }

  public static BsonDocument erased(String id, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "erased": true}
        """
            .formatted(id, version));
  }

  public static BsonDocument watermark(String collection, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s|0", "collection": "watermarks", "projection": "%s",
         "version": {"$numberLong": "%d"}, "partition": 0, "offset": {"$numberLong": "41"},
         "appendTime": {"$date": "2026-11-23T08:00:00Z"},
         "tick": {"$date": "2026-11-23T08:00:01Z"}}
        """
            .formatted(collection, collection, version));
  }

  public static BsonDocument subscription(String id, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "subscriberId": "alice", "subscriptionId": "netflix", "name": "$Netflix",
         "category": "streaming", "tags": ["family"], "status": "ACTIVE",
         "price": {"kind": "FIXED",
                   "amount": {"value": {"$numberDecimal": "12.90"}, "currency": "EUR"}},
         "billing": {"every": 1, "unit": "MONTH", "monthEnd": "CLAMP",
                     "anchor": {"$date": "2026-01-31T00:00:00Z"}},
         "collection": "AUTO", "zone": "Europe/Vienna", "priceHistory": [], "lifetimeSpend": []}
        """
            .formatted(id, version));
  }
}
