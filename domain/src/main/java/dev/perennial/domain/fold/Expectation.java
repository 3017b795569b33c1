package dev.perennial.domain.fold;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.charge.Charge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first charge behind the newest due date that is settled, by the scheduled dates; where none
 * was ever settled the next one, since who reports no payments may well be paying without a word.
 *
 * @param missingFrom the day on which the grace is over; null where it is not collected of itself
 */
record Expectation(Charge charge, @Nullable LocalDate missingFrom) {

  static Optional<Expectation> of(
      DueDates dueDates, PaymentMatching matching, CollectionMode collection, LocalDate today) {
    Optional<LocalDate> settled = matching.newestSettled();
    Optional<DueDates.Due> next =
        settled.isPresent()
            ? dueDates.scheduledBehind(settled.get())
            : dueDates.dueOnOrAfter(today);
    return next.map(due -> new Expectation(due.charge(), missingFrom(dueDates, due, collection)));
  }

  private static @Nullable LocalDate missingFrom(
      DueDates dueDates, DueDates.Due due, CollectionMode collection) {
    return switch (collection) {
      case AUTO -> due.charge().dueOn().plusDays(dueDates.graceInDays(due.scheduledOn()));
      case MANUAL -> null;
    };
  }

  ExpectedCharge on(LocalDate today) {
    return new ExpectedCharge(charge, state(today));
  }

  private ExpectedCharge.State state(LocalDate today) {
    if (missingFrom != null && !today.isBefore(missingFrom)) {
      return ExpectedCharge.State.MISSING;
    }
    return today.isAfter(charge.dueOn())
        ? ExpectedCharge.State.OUTSTANDING
        : ExpectedCharge.State.UPCOMING;
  }

  /** The days on which the state becomes another. */
  List<LocalDate> turningDays() {
    return Stream.concat(
            Stream.of(charge.dueOn().plusDays(1)), Optional.ofNullable(missingFrom).stream())
        .toList();
  }
}
