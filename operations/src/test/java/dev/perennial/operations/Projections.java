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

  /** One partition's part of what a tenant's figures of a month are. */
  public static BsonDocument tenantTotals(String id, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "month": "2026-11",
         "lines": [{"category": "streaming", "currency": "USD",
                    "amount": {"$numberDecimal": "10.00"}}],
         "reporting": [{"category": "streaming", "currency": "EUR",
                        "amount": {"$numberDecimal": "8.62"}}],
         "unconverted": [{"category": "streaming", "currency": "JPY",
                          "amount": {"$numberDecimal": "500"}}],
         "movements": [{"kind": "NEW", "category": "streaming", "currency": "USD",
                        "amount": {"$numberDecimal": "10.00"}, "subscriptions": 1}]}
        """
            .formatted(id, version));
  }

  /** What an event was that belongs to no subscriber. */
  public static BsonDocument receiptOfReferenceData(String id, long version) {
    return BsonDocument.parse(
        """
        {"_id": "%s", "version": {"$numberLong": "%d"}, "partition": 0, "tenantId": "acme",
         "source": "/rates", "eventId": "ecb-2026-11-27", "digest": "d",
         "type": "exchange-rates.published", "status": "APPLIED",
         "receivedAt": {"$date": "2026-11-27T15:00:00Z"}, "offset": {"$numberLong": "7"},
         "sourcePartition": 0}
        """
            .formatted(id, version));
  }

  /** A payment in another currency than its subscriber's, with all that is told of it. */
  public static BsonDocument convertedPayment(String id, long version) {
    BsonDocument payment = payment(id, version);
    payment.putAll(
        BsonDocument.parse(
            """
            {"refunds": [{"refundId": "r1", "at": {"$date": "2026-11-28T10:00:00Z"},
                          "amount": {"value": {"$numberDecimal": "1.00"}, "currency": "USD"},
                          "home": {"value": {"$numberDecimal": "0.86"}, "currency": "EUR"},
                          "reporting": {"value": {"$numberDecimal": "0.75"}, "currency": "GBP"}}],
             "home": {"amount": {"value": {"$numberDecimal": "8.62"}, "currency": "EUR"},
                      "rate": {"base": "EUR", "date": {"$date": "2026-11-27T00:00:00Z"},
                               "source": "ECB", "from": {"$numberDecimal": "1.1604"},
                               "to": {"$numberDecimal": "1"},
                               "receivedAt": {"$date": "2026-11-27T15:00:00Z"}}},
             "reporting": {"amount": {"value": {"$numberDecimal": "7.54"}, "currency": "GBP"}},
             "unconverted": true, "unreported": true,
             "events": [{"type": "payment.succeeded", "source": "/billing", "id": "evt-1",
                         "time": {"$date": "2026-11-27T10:00:00Z"},
                         "receivedAt": {"$date": "2026-11-27T10:00:01Z"}, "mode": "LIVE",
                         "change": {"value": {"$numberDecimal": "10.00"}, "currency": "USD"}}]}
            """));
    return payment;
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
