package dev.perennial.ingest.stripe;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One of Stripe's events.
 *
 * @param id {@code evt_...}
 * @param created to the second
 * @param account of Connect; empty where the endpoint hears its own account alone
 * @param object a snapshot of what it is about
 * @param previous the fields that changed, with what they were; of an update alone
 */
record StripeEvent(
    String id,
    String type,
    Instant created,
    boolean live,
    Optional<String> account,
    StripeObject object,
    StripeObject previous) {

  /**
   * @throws Unmappable where it is not in the form of Stripe's events
   */
  static StripeEvent of(JsonNode json) {
    StripeObject event = new StripeObject(json, "event");
    StripeObject data = event.at("data");
    StripeObject object = data.at("object");
    if (!json.isObject() || !object.json().isObject()) {
      throw new Unmappable(object.place());
    }
    return new StripeEvent(
        event.required("id"),
        event.required("type"),
        event.instant("created").orElseThrow(() -> new Unmappable("event.created")),
        event.isTrue("livemode"),
        event.text("account"),
        object,
        data.at("previous_attributes"));
  }

  /** The customer, who is the subscriber; newer accounts are customers themselves. */
  Optional<String> customer() {
    return object.id("customer").or(() -> object.text("customer_account"));
  }
}
