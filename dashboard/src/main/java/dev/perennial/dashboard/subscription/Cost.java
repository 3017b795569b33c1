package dev.perennial.dashboard.subscription;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription costs, cost and will cost.
 *
 * @param price a period's
 * @param estimate what a price that varies is taken to cost; null where it is fixed
 * @param share which part is the subscriber's; null for all
 * @param runRate a month's, spread evenly; null while nothing is paid for it
 * @param history every price agreed, by first day, also those ahead; null if nobody says
 * @param lifetime what was paid in all, a currency at a time; null if nobody says, empty if nothing
 */
public record Cost(
    Price price,
    @Nullable Money estimate,
    @Nullable Share share,
    @Nullable Money runRate,
    @Nullable List<PriceFrom> history,
    @Nullable List<Money> lifetime) {

  /** A price and its first day. */
  public record PriceFrom(LocalDate from, Price price) {}

  static Cost read(Fields fields) {
    return new Cost(
        price(fields.nested("price")),
        fields.optionalAmount("estimate").orElse(null),
        fields.optionalNested("share").map(Cost::readShare).orElse(null),
        fields.optionalAmount("runRate").orElse(null),
        fields.optionalList("priceHistory").map(Cost::readHistory).orElse(null),
        fields.optionalList("lifetimeSpend").map(Cost::readSums).orElse(null));
  }

  /** The month's share of the price, where that is another amount than the price as billed. */
  public Optional<Money> spread() {
    return Optional.ofNullable(runRate).filter(rate -> !rate.equals(price.amount()));
  }

  /** The first price that is agreed for a later day and differs from today's. */
  public Optional<PriceFrom> ahead(LocalDate today) {
    return Optional.ofNullable(history).stream()
        .flatMap(List::stream)
        .filter(entry -> entry.from().isAfter(today) && !entry.price().equals(price))
        .findFirst();
  }

  private static List<PriceFrom> readHistory(List<Fields> entries) {
    return entries.stream().map(entry -> new PriceFrom(entry.date("from"), price(entry))).toList();
  }

  private static Share readShare(Fields share) {
    return new Share(share.integer("part"), share.integer("of"));
  }

  private static List<Money> readSums(List<Fields> sums) {
    return sums.stream().map(sum -> sum.money("amount")).toList();
  }

  private static Price price(Fields fields) {
    return new Price(fields.constant("kind", Price.Kind.class), fields.amount("amount"));
  }
}
