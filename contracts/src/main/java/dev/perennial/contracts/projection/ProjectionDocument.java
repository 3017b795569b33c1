package dev.perennial.contracts.projection;

import dev.perennial.contracts.topic.Projection;
import org.bson.BsonDocument;

/**
 * What a projection says about one thing, before it gets its version. Equal content is equal JSON,
 * so a comparison of content tells whether there is something new to say.
 */
public sealed interface ProjectionDocument
    permits SubscriptionDocument,
        PaymentDocument,
        SubscriberTotalDocument,
        TenantTotalDocument,
        ReceiptDocument,
        ErasedDocument {

  Projection projection();

  /** The document's {@code _id} and the Kafka record's key. */
  String id();

  /** All fields but {@code _id}, {@code version} and {@code partition}. */
  BsonDocument content();
}
