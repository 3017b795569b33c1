package dev.perennial.ingest.stripe;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe adds to a price or takes from it when it charges: taxes that are not in it, and
 * discounts. What a charge then comes to is not in the subscription; a price that was called fixed
 * would make every charge look wrong.
 */
final class OnTop {

  private static final List<String> DISCOUNTS = List.of("discount", "discounts");
  private static final List<String> TAX_RATES = List.of("default_tax_rates", "tax_rates");

  private OnTop() {}

  static boolean isAny(StripeObject subscription) {
    List<StripeObject> items = subscription.list("items");
    return isTaxed(subscription, items)
        || Stream.concat(Stream.of(subscription), items.stream()).anyMatch(OnTop::isOf);
  }

  private static boolean isTaxed(StripeObject subscription, List<StripeObject> items) {
    return subscription.at("automatic_tax").isTrue("enabled")
        && items.stream().anyMatch(item -> !isInclusive(item.at("price")));
  }

  private static boolean isInclusive(StripeObject price) {
    return price.text("tax_behavior").filter("inclusive"::equals).isPresent();
  }

  private static boolean isOf(StripeObject holder) {
    boolean discounted = DISCOUNTS.stream().map(holder::at).anyMatch(OnTop::isSomething);
    boolean taxed =
        TAX_RATES.stream()
            .flatMap(field -> elements(holder.at(field).json()))
            .anyMatch(rate -> !rate.path("inclusive").booleanValue(false));
    return discounted || taxed;
  }

  private static boolean isSomething(StripeObject value) {
    return value.isPresent() && !value.json().isEmpty() || value.json().isString();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
