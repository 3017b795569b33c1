package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * When a subscription is due: occurrence k is {@code anchor + k * period}, always counted from the
 * anchor.
 */
public record Billing(BillingPeriod period, LocalDate anchor, MonthEnd monthEnd) {

  public Billing {
    requireNonNull(period, "period");
    requireNonNull(anchor, "anchor");
    requireNonNull(monthEnd, "monthEnd");
  }

  public Billing withAnchor(LocalDate newAnchor) {
    return new Billing(period, newAnchor, monthEnd);
  }
}
