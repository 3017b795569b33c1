package dev.perennial.domain.forecast;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A charge of a day, past or ahead.
 *
 * @param scheduledOn the scheduled due date that it stands for, which payments are matched to;
 *     differs from its own day where that was announced
 * @param amount the whole of it
 * @param part the subscriber's, by the share of the due date
 * @param estimated the price varies, and nobody has announced the amount
 * @param endsTrial the first one behind the trial
 * @param priceFrom first day of the price that it is charged at; null where the amount is announced
 */
public record DueCharge(
    LocalDate scheduledOn,
    LocalDate dueOn,
    Money amount,
    Money part,
    boolean estimated,
    boolean endsTrial,
    @Nullable LocalDate priceFrom) {

  public DueCharge {
    requireNonNull(scheduledOn, "scheduledOn");
    requireNonNull(dueOn, "dueOn");
    if (!amount.currency().equals(part.currency())) {
      throw new IllegalArgumentException("A charge and its part have one currency");
    }
  }
}
