package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a subscription costs a month on one day or another, as it is known today. */
final class RunRates {

  /** The subscriber's part, spread evenly. */
  record Cost(String category, String currency, BigDecimal amount) {

    boolean isInPlaceOf(Cost other) {
      return category.equals(other.category) && currency.equals(other.currency);
    }
  }

  private final Subscription subscription;
  private final Deal deal;
  private final @Nullable LocalDate end;

  RunRates(Subscription subscription) {
    this.subscription = subscription;
    this.deal = subscription.deal();
    this.end = subscription.end();
  }

  /** Nothing where it does not run: before it began, in a trial or a pause, and after its end. */
  Optional<Cost> on(LocalDate day) {
    boolean ended = end != null && !day.isBefore(end);
    if (isBeforeTheFirst(day) || isInTrial(day) || ended || isPaused(day)) {
      return Optional.empty();
    }
    Bill.Flow monthly =
        Price.of(deal.priceOn(day))
            .aMonth(deal.dueDates.scheduleOn(day), deal.shareOn(day), subscription.bills());
    return Optional.of(new Cost(deal.categoryOn(day), monthly.currency(), monthly.value()));
  }

  private boolean isBeforeTheFirst(LocalDate day) {
    return deal.firstDay == null || day.isBefore(deal.firstDay);
  }

  private boolean isInTrial(LocalDate day) {
    return deal.trialEnds != null && !day.isBefore(deal.lastStart) && day.isBefore(deal.trialEnds);
  }

  private boolean isPaused(LocalDate day) {
    return deal.dueDates.pauseOn(day).isPresent();
  }
}
