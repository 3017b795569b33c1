package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the subscriber's part of a payment and of its refunds comes to in one currency.
 *
 * @param currency that one; null where none is known
 * @param flows the payment's, then those of its refunds; none where nothing went through
 */
record Worth(Bill bill, @Nullable String currency, Rates rates, List<Bill.Flow> flows) {

  /** In the home currency that was in force when it was paid. */
  static Worth atHome(Bill bill, Subscription subscription, Rates rates) {
    String currency = subscription.owner().currencyAt(bill.paidAt());
    return new Worth(bill, currency, rates, bill.flows(subscription.deal()));
  }

  /** In the tenant's currency of that time. */
  static Worth reported(Bill bill, Subscription subscription, Rates rates) {
    String currency = subscription.owner().reportingCurrencyAt(bill.paidAt());
    return new Worth(bill, currency, rates, bill.flows(subscription.deal()));
  }

  boolean isKnown() {
    return currency != null;
  }

  /** Nothing where there is no rate of the payment's day. */
  Optional<Bill.Flow> of(Bill.Flow flow) {
    if (currency == null) {
      return Optional.empty();
    }
    if (flow.currency().equals(currency)) {
      return Optional.of(flow);
    }
    return rate(flow).map(rate -> new Bill.Flow(currency, rate.convert(flow.value(), currency)));
  }

  private Optional<Rate> rate(Bill.Flow flow) {
    return currency == null || flow.currency().equals(currency)
        ? Optional.empty()
        : rates.find(bill.paidOn(), flow.currency(), currency);
  }

  /** Whether a currency is known, but for the payment or one of its refunds no rate. */
  boolean isMissingARate() {
    return isKnown() && flows.stream().anyMatch(flow -> of(flow).isEmpty());
  }

  /** What the payment's document says of it, its refunds not taken off. */
  @Nullable Map<String, Object> ofPayment() {
    return flows.isEmpty() ? null : of(flows.getFirst()).map(this::document).orElse(null);
  }

  private Map<String, Object> document(Bill.Flow converted) {
    return Document.map(
        "amount",
        Amounts.document(converted.value(), converted.currency()),
        "rate",
        rate(flows.getFirst()).map(Rate::document).orElse(null));
  }

  /**
   * @param index of the refund in the payment's list
   */
  @Nullable Map<String, Object> ofRefund(int index) {
    return flows.isEmpty() ? null : of(flows.get(index + 1)).map(Worth::back).orElse(null);
  }

  private static Map<String, Object> back(Bill.Flow flow) {
    BigDecimal value = flow.value().negate();
    return Amounts.document(value, flow.currency());
  }
}
