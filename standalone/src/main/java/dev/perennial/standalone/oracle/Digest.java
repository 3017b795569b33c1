package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What falls due in a week or a period, and what was spent in the one before.
 *
 * @param ahead it is told for its first day
 * @param charges all of them, the soonest first
 * @param spent by currency
 */
record Digest(
    AlertType type,
    Period ahead,
    List<Integer> leads,
    List<Due> charges,
    Map<String, BigDecimal> spent)
    implements AccountMatter {

  private static final int LISTED = 10;

  /** A charge, and what it is for. */
  record Due(String subscription, String name, Charges.Charge charge) {
    Map<String, Object> written() {
      return Document.map(
          "subscriptionId",
          subscription,
          "name",
          name,
          "dueOn",
          charge.dueOn().toString(),
          "amount",
          Amounts.written(charge.amount()),
          "estimated",
          charge.estimated() ? true : null);
    }

    BigDecimal value() {
      return (BigDecimal) Json.member(charge.amount(), "value");
    }
  }

  /**
   * @param behind the week or the period before
   * @param today as it is known on that day
   */
  static Digest of(AlertType type, Period ahead, Period behind, Account account, LocalDate today) {
    List<Due> charges = new ArrayList<>();
    for (Subscription subscription : account.subscriptions().values()) {
      if (subscription.deal().started) {
        String name = Objects.requireNonNull(subscription.deal().names.on(today));
        subscription
            .charges(today)
            .from(ahead.from())
            .takeWhile(charge -> ahead.covers(charge.dueOn()))
            .forEach(charge -> charges.add(new Due(subscription.id(), name, charge)));
      }
    }
    charges.sort(
        Comparator.comparing((Due due) -> due.charge().dueOn()).thenComparing(Due::subscription));
    return new Digest(
        type, ahead, account.owner().leads(type), charges, Spending.of(account).byCurrency(behind));
  }

  boolean isOfNothing() {
    return charges.isEmpty() && spent.isEmpty();
  }

  private List<Due> listed() {
    return charges.stream().limit(LISTED).toList();
  }

  /** All charges, added by currency. */
  private Map<String, BigDecimal> due() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Due due : charges) {
      sums.merge(Json.text(due.charge().amount(), "currency"), due.value(), BigDecimal::add);
    }
    return sums;
  }

  @Override
  public LocalDate dueOn() {
    return ahead.from();
  }

  @Override
  public String about() {
    return "";
  }

  @Override
  public String subject() {
    return type + " " + dueOn();
  }

  @Override
  public boolean isSameAs(Matter other) {
    return subject().equals(other.subject());
  }

  @Override
  public Instant fireAt(int lead, Owner owner) {
    return owner.fireAt(dueOn(), lead);
  }

  @Override
  public LocalDate toldUntil(int lead) {
    return type.toldUntil(dueOn());
  }

  @Override
  public @Nullable Map<String, Object> amount() {
    return null;
  }

  @Override
  public void describe(Document alert) {
    alert
        .with("charges", listed().stream().map(Due::written).toList())
        .with("chargesInAll", charges.size())
        .with("due", written(due()))
        .with("spent", written(spent))
        .with("period", ahead.written());
  }

  private static List<Map<String, Object>> written(Map<String, BigDecimal> sums) {
    return sums.entrySet().stream()
        .map(sum -> Amounts.written(Amounts.document(sum.getValue(), sum.getKey())))
        .toList();
  }

  /** How it is called differs from language to language. */
  @Override
  public Predicate<Object> title() {
    return Saying.ANYTHING;
  }

  @Override
  public Predicate<Object> text() {
    return new Sayings(listed().stream().map(due -> Saying.of(due.name(), due.value())).toList());
  }
}
