package dev.perennial.connectors;

import org.bson.BsonDocument;

/** Documents as the processor puts them on its topics. */
public final class Documents {

  private Documents() {}

  /** Its {@code amount} tells one version's content from another's. */
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

  public static BsonDocument erased(String id, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "erased": true}
        """
            .formatted(id, version));
  }

  public static BsonDocument watermark(int partition, long version) {
    return BsonDocument.parse(
        """
        {"_id": "subscriber-totals|%d", "collection": "watermarks",
         "projection": "subscriber-totals", "version": {"$numberLong": "%d"}, "partition": %d,
         "offset": {"$numberLong": "41"}, "appendTime": {"$date": "2026-11-23T08:00:00Z"},
         "tick": {"$date": "2026-11-23T08:00:01Z"}}
        """
            .formatted(partition, version, partition));
  }

  /** Its {@code collection} says how it is paid, and is no collection's name. */
  public static BsonDocument subscription(String id, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "subscriberId": "alice", "subscriptionId": "netflix", "name": "Netflix",
         "category": "streaming", "tags": ["family"], "status": "ACTIVE",
         "price": {"kind": "FIXED",
                   "amount": {"value": {"$numberDecimal": "12.99"}, "currency": "EUR"}},
         "billing": {"every": 1, "unit": "MONTH", "monthEnd": "CLAMP",
                     "anchor": {"$date": "2026-01-31T00:00:00Z"}},
         "collection": "AUTO", "zone": "Europe/Vienna",
         "nextRenewal": {"dueOn": {"$date": "2026-11-30T00:00:00Z"},
                         "amount": {"value": {"$numberDecimal": "12.99"}, "currency": "EUR"}}}
        """
            .formatted(id, version));
  }
}
