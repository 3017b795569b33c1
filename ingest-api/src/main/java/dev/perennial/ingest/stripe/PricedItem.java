package dev.perennial.ingest.stripe;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One position of a subscription: a price times a quantity. Where an old version of the API has no
 * price, the plan stands in, which has the same fields under other names.
 */
record PricedItem(StripeObject item) {

  /** How often it is charged. */
  record Interval(String unit, int every) {}

  private static final int MOST = 1_000;

  StripeObject price() {
    StripeObject price = item.at("price");
    return price.isPresent() ? price : item.at("plan");
  }

  private StripeObject recurring() {
    StripeObject recurring = price().at("recurring");
    return recurring.isPresent() ? recurring : price();
  }

  /**
   * @throws Unmappable where it is not charged again and again
   */
  Interval interval() {
    String unit =
        switch (recurring().required("interval")) {
          case "day" -> "DAY";
          case "week" -> "WEEK";
          case "month" -> "MONTH";
          case "year" -> "YEAR";
          default -> throw new Unmappable(recurring().place() + ".interval");
        };
    int every = whole(recurring(), "interval_count").orElse(1);
    if (every < 1 || every > MOST) {
      throw new Unmappable(recurring().place() + ".interval_count");
    }
    return new Interval(unit, every);
  }

  /** Whether what it costs is known before it was used. */
  boolean isFixed() {
    boolean metered = recurring().text("usage_type").filter("metered"::equals).isPresent();
    boolean tiered = price().text("billing_scheme").filter("tiered"::equals).isPresent();
    boolean packaged =
        price().at("transform_quantity").isPresent() || price().at("transform_usage").isPresent();
    return !metered && !tiered && !packaged && unitAmount().isPresent();
  }

  /** In the currency's smallest unit, and parts of it; nothing where that is not known. */
  BigDecimal cost() {
    return isFixed()
        ? unitAmount().orElseThrow().multiply(item.number("quantity").orElse(BigDecimal.ONE))
        : BigDecimal.ZERO;
  }

  private Optional<BigDecimal> unitAmount() {
    return price()
        .number("unit_amount_decimal")
        .or(() -> price().number("unit_amount"))
        .or(() -> price().number("amount_decimal"))
        .or(() -> price().number("amount"));
  }

  /** What people call it. */
  Optional<String> name() {
    return price()
        .text("nickname")
        .or(() -> price().at("product").text("name"))
        .or(() -> price().id("product"));
  }

  private static OptionalInt whole(StripeObject holder, String field) {
    return holder
        .number(field)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(number -> OptionalInt.of(number.min(BigDecimal.valueOf(MOST + 1)).intValue()))
        .orElse(OptionalInt.empty());
  }
}
