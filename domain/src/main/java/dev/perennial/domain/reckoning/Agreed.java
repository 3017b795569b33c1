package dev.perennial.domain.reckoning;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.forecast.DueCharge;
import dev.perennial.domain.forecast.Outlook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription's charges are expected by.
 *
 * @param collection as it is agreed today
 * @param paidSince the day of the first payment that went through
 */
public record Agreed(Outlook outlook, CollectionMode collection, @Nullable LocalDate paidSince) {

  public Agreed {
    requireNonNull(outlook, "outlook");
    requireNonNull(collection, "collection");
  }

  /**
   * Whether a charge that is not settled is missing rather than outstanding: who has reported no
   * payment before it may well be paying without a word.
   */
  boolean misses(DueCharge charge, LocalDate today) {
    int grace = outlook.billingOn(charge.scheduledOn()).period().graceInDays();
    return collection == CollectionMode.AUTO
        && paidSince != null
        && paidSince.isBefore(charge.dueOn())
        && !today.isBefore(charge.dueOn().plusDays(grace));
  }
}
