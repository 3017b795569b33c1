package dev.perennial.ingest.stripe;

import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events of ours about one subscription of one customer.
 *
 * @param id of Stripe's event
 * @param source names the account
 */
record CloudEvents(String id, String source, String subscriber, String subscription) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static CloudEvents of(StripeEvent event, String source, String subscriber, String subscription) {
    return new CloudEvents(event.id(), source, subscriber, subscription);
  }

  /** The event that has the id of Stripe's. */
  ObjectNode first(String type, Instant time, ObjectNode data) {
    return event(id, type, time, data);
  }

  /** One more that Stripe's event makes, told apart by a suffix. */
  ObjectNode further(String suffix, String type, Instant time, ObjectNode data) {
    return event(id + ":" + suffix, type, time, data);
  }

  private ObjectNode event(String eventId, String type, Instant time, ObjectNode data) {
    return NODES
        .objectNode()
        .put("specversion", "1.0")
        .put("id", eventId)
        .put("source", source)
        .put("type", type)
        .put("time", time.toString())
        .put("subject", subscription)
        .put("subscriberid", subscriber)
        .set("data", data);
  }

  static ObjectNode data() {
    return NODES.objectNode();
  }
}
