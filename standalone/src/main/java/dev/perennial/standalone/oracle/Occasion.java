package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something the owner of a subscription may be told of.
 *
 * @param leads how many days before, largest first; below 0 after it; none where nothing is told
 * @param amount what it is about
 * @param details what only some types have
 */
record Occasion(
    AlertType type,
    LocalDate dueOn,
    List<Integer> leads,
    Map<String, Object> amount,
    Details details)
    implements Matter {

  private static final List<Integer> AT_ONCE = List.of(0);

  /**
   * @param previousAmount of a price that changes
   * @param renewalOn what is avoided by cancelling in time
   * @param bill the payment that failed or is odd
   * @param expectedAmount what was due
   * @param duplicateOf the payment that came first
   * @param repeated the leads that an acknowledgement ends
   */
  record Details(
      @Nullable Map<String, Object> previousAmount,
      @Nullable LocalDate renewalOn,
      @Nullable Bill bill,
      @Nullable Map<String, Object> expectedAmount,
      @Nullable Bill duplicateOf,
      List<Integer> repeated) {

    private static final Details NONE = new Details(null, null, null, null, null, List.of());
  }

  static Occasion of(
      AlertType type, LocalDate dueOn, List<Integer> leads, Map<String, Object> amount) {
    return new Occasion(type, dueOn, leads, amount, Details.NONE);
  }

  static Occasion renewal(Charges.Charge charge, List<Integer> leads, List<Integer> repeated) {
    Details details = new Details(null, null, null, null, null, repeated);
    return new Occasion(
        AlertType.RENEWAL_UPCOMING, charge.dueOn(), leads, charge.amount(), details);
  }

  static Occasion deadline(
      LocalDate lastDay, List<Integer> leads, LocalDate renewal, Map<String, Object> amount) {
    Details details = new Details(null, renewal, null, null, null, List.of());
    return new Occasion(AlertType.CANCELLATION_DEADLINE, lastDay, leads, amount, details);
  }

  static Occasion priceChange(
      LocalDate from,
      List<Integer> leads,
      Map<String, Object> amount,
      Map<String, Object> previousAmount) {
    Details details = new Details(previousAmount, null, null, null, null, List.of());
    return new Occasion(AlertType.PRICE_CHANGED, from, leads, amount, details);
  }

  static Occasion failure(Bill bill) {
    return ofPayment(AlertType.PAYMENT_FAILED, bill, null, null);
  }

  static Occasion duplicate(Bill bill, Bill first) {
    return ofPayment(AlertType.PAYMENT_DUPLICATE, bill, null, first);
  }

  static Occasion unexpected(Bill bill, Map<String, Object> expectedAmount) {
    return ofPayment(AlertType.PAYMENT_UNEXPECTED, bill, expectedAmount, null);
  }

  /** Paid where nothing was due. */
  static Occasion undue(Bill bill) {
    return ofPayment(AlertType.PAYMENT_UNEXPECTED, bill, null, null);
  }

  private static Occasion ofPayment(
      AlertType type, Bill bill, @Nullable Map<String, Object> expected, @Nullable Bill first) {
    Map<String, Object> amount = Amounts.document(bill.amount());
    Details details = new Details(null, null, bill, expected, first, List.of());
    return new Occasion(type, bill.paidOn(), AT_ONCE, amount, details);
  }

  /** A charge, a payment or a date. */
  @Override
  public String subject() {
    return switch (type) {
      case RENEWAL_UPCOMING, TRIAL_ENDING, PAYMENT_MISSING -> "charge " + dueOn;
      case PAYMENT_FAILED, PAYMENT_UNEXPECTED, PAYMENT_DUPLICATE -> "payment " + payment();
      case CANCELLATION_DEADLINE, PRICE_CHANGED, SUBSCRIPTION_ENDED -> type + " " + dueOn;
      case BUDGET_EXCEEDED, BUDGET_RECOVERED, DIGEST_WEEKLY, DIGEST_MONTHLY ->
          throw new IllegalStateException("Of no subscription: " + type);
    };
  }

  @Override
  public boolean isSameAs(Matter other) {
    return other instanceof Occasion occasion
        && type == occasion.type
        && dueOn.equals(occasion.dueOn)
        && Objects.equals(payment(), occasion.payment());
  }

  @Override
  public List<Integer> repeated() {
    return details.repeated();
  }

  private @Nullable String payment() {
    return details.bill() == null ? null : details.bill().id();
  }

  /** At the owner's alert time so many days before; what is told at once, when it was paid. */
  @Override
  public Instant fireAt(int lead, Owner owner) {
    Bill bill = details.bill();
    return bill == null ? owner.fireAt(dueOn, lead) : bill.paidAt();
  }

  @Override
  public LocalDate toldUntil(int lead) {
    return lead < 0 ? dueOn.plusDays(6L - lead) : type.toldUntil(dueOn);
  }
}
