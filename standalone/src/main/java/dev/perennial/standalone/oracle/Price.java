package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** A price that was agreed. */
record Price(String kind, BigDecimal value, String currency) {

  private static final int LOOKED_AT = 6;

  static Price of(Map<String, Object> price) {
    Map<String, Object> amount = Happening.map(price.get("amount"));
    return new Price(Json.text(price, "kind"), Amounts.value(amount), Amounts.currency(amount));
  }

  boolean isVariable() {
    return kind.equals("VARIABLE");
  }

  Map<String, Object> document() {
    return Document.map("kind", kind, "amount", Amounts.document(value, currency));
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
}
