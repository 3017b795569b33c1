package dev.perennial.dashboard.page;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.perennial.dashboard.subscription.Commitment.CancelBy;
import dev.perennial.dashboard.subscription.UpcomingRenewal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The last day to cancel, as a renewal's line says it.
 *
 * @param text with the renewal that it avoids, where that is a later one than the line's
 * @param urgent within a week: then it says the days left too, since colour alone says nothing
 */
record Deadline(String isoOn, String text, boolean urgent) {

  private static final int WORTH_SAYING_DAYS = 60;
  private static final int URGENT_DAYS = 7;

  /** Empty where there is none within 60 days. */
  static Optional<Deadline> of(UpcomingRenewal renewal, LocalDate today) {
    return Optional.ofNullable(renewal.subscription().commitment().cancelBy())
        .filter(cancelBy -> DAYS.between(today, cancelBy.on()) >= 0)
        .filter(cancelBy -> DAYS.between(today, cancelBy.on()) <= WORTH_SAYING_DAYS)
        .map(cancelBy -> of(cancelBy, renewal.dueOn(), today));
  }

  private static Deadline of(CancelBy cancelBy, LocalDate dueOn, LocalDate today) {
    long left = DAYS.between(today, cancelBy.on());
    boolean urgent = left <= URGENT_DAYS;
    StringBuilder text = new StringBuilder("Cancel by ").append(Dates.shortDay(cancelBy.on()));
    if (urgent) {
      text.append(", ").append(Dates.left(left));
    }
    if (!cancelBy.renewal().equals(dueOn)) {
      text.append(", for the renewal of ").append(Dates.near(cancelBy.renewal(), today));
    }
    return new Deadline(cancelBy.on().toString(), text.toString(), urgent);
  }
}
