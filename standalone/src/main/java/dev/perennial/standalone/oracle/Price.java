package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A price that was agreed. */
record Price(String kind, BigDecimal value, String currency) {

  private static final int LOOKED_AT = 6;
  private static final BigDecimal DAYS_OF_A_YEAR = new BigDecimal("365.2425");

  static Price of(Map<String, Object> price) {
    Map<String, Object> amount = Happening.map(price.get("amount"));
    return new Price(Json.text(price, "kind"), Amounts.value(amount), Amounts.currency(amount));
  }

  boolean isVariable() {
    return kind.equals("VARIABLE");
  }

  Map<String, Object> document() {
    return Document.map("kind", kind, "amount", amount());
  }

  /**
   * What a charge will cost that nobody has announced.
   *
   * @param bills in their order
   */
  Map<String, Object> expected(List<Bill> bills) {
    return Amounts.document(isVariable() ? estimate(bills) : value, currency);
  }

  private BigDecimal estimate(List<Bill> bills) {
    List<BigDecimal> paid =
        bills.stream()
            .filter(Bill::succeeded)
            .map(Bill::amount)
            .filter(amount -> Amounts.currency(amount).equals(currency))
            .map(Amounts::value)
            .toList();
    return paid.isEmpty()
        ? value
        : median(paid.subList(Math.max(0, paid.size() - LOOKED_AT), paid.size()));
  }

  private BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    BigDecimal upper = sorted.get(sorted.size() / 2);
    if (sorted.size() % 2 == 1) {
      return upper;
    }
    BigDecimal lower = sorted.get(sorted.size() / 2 - 1);
    return lower.add(upper).divide(BigDecimal.TWO, value.scale(), RoundingMode.HALF_EVEN);
  }

  /** What its share costs a month, spread evenly: rounded once, at the end. */
  Bill.Flow aMonth(Schedule schedule, Share share, List<Bill> bills) {
    BigDecimal whole = isVariable() ? estimate(bills) : value;
    BigDecimal each = whole.multiply(BigDecimal.valueOf(share.part()));
    long every = schedule.every();
    int of = share.of();
    BigDecimal rate =
        switch (schedule.unit()) {
          case "MONTH" -> ratio(each, every * of);
          case "YEAR" -> ratio(each, 12 * every * of);
          case "WEEK" -> ratio(each.multiply(DAYS_OF_A_YEAR), 7 * 12 * every * of);
          default -> ratio(each.multiply(DAYS_OF_A_YEAR), 12 * every * of);
        };
    return new Bill.Flow(currency, rate);
  }

  private BigDecimal ratio(BigDecimal amount, long parts) {
    return amount.divide(BigDecimal.valueOf(parts), value.scale(), RoundingMode.HALF_EVEN);
  }

  /** What was agreed, of a variable price too. */
  Map<String, Object> amount() {
    return Amounts.document(value, currency);
  }

  /** A price from its first day. */
  record Agreed(LocalDate from, Price price) {
    Map<String, Object> document() {
      return Document.map("from", from, "kind", price.kind(), "amount", price.amount());
    }
  }

  /** Every agreed price; one that says what the one before says is left out. */
  static List<Agreed> agreed(Dated<Map<String, Object>> prices) {
    List<Agreed> agreed = new ArrayList<>();
    for (LocalDate from : prices.starts()) {
      Price price = of(Happening.map(prices.on(from)));
      if (agreed.isEmpty() || !price.equals(agreed.getLast().price())) {
        agreed.add(new Agreed(from, price));
      }
    }
    return agreed;
  }
}
