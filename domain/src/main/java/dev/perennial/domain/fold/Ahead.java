package dev.perennial.domain.fold;

import dev.perennial.domain.Billing;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.forecast.Dated;
import dev.perennial.domain.forecast.Outlook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the agreement says about the days from today on. */
final class Ahead {

  private static final Comparator<Outlook.Pause> BY_DAYS =
      Comparator.comparing(Outlook.Pause::from)
          .thenComparing(Outlook.Pause::until, Comparator.nullsLast(Comparator.naturalOrder()));

  private static final Share ALL = new Share(1, 1);

  private final Agreement agreement;
  private final Estimate estimate;
  private final DueDates dueDates;
  private final LocalDate today;

  Ahead(Agreement agreement, Estimate estimate, DueDates dueDates, LocalDate today) {
    this.agreement = agreement;
    this.estimate = estimate;
    this.dueDates = dueDates;
    this.today = today;
  }

  /** Of what has ended nothing lies ahead, but for a last charge that was announced for later. */
  Outlook outlook(SubscriptionStatus status) {
    List<Outlook.Announced> announced = dueDates.announcedFrom(today);
    boolean over = status == SubscriptionStatus.ENDED && announced.isEmpty();
    return new Outlook(
        agreement.billingOn(today),
        over ? List.of() : schedules(),
        prices(),
        estimate(),
        over ? List.of() : estimates(),
        agreement.shares.at(today),
        over ? List.of() : shares(),
        over ? List.of() : pauses(),
        announced,
        agreement.trialEnds().orElse(null),
        agreement.endAsOf(today).orElse(null));
  }

  private List<Dated<Billing>> schedules() {
    return agreement.schedules.after(today);
  }

  private List<Dated<Price>> prices() {
    return agreement.priceHistory().stream()
        .map(entry -> new Dated<>(entry.from(), entry.price()))
        .toList();
  }

  private @Nullable Money estimate() {
    Price price = Objects.requireNonNull(agreement.prices.at(today));
    return price.kind() == Price.Kind.VARIABLE ? estimate.amountOf(price) : null;
  }

  private List<Dated<Money>> estimates() {
    return prices().stream()
        .filter(price -> price.from().isAfter(today))
        .filter(price -> price.value().kind() == Price.Kind.VARIABLE)
        .map(price -> new Dated<>(price.from(), estimate.amountOf(price.value())))
        .toList();
  }

  private List<Dated<Share>> shares() {
    return agreement.shares.segments().stream()
        .filter(entry -> entry.from().isAfter(today))
        .map(entry -> new Dated<>(entry.from(), Objects.requireNonNullElse(entry.value(), ALL)))
        .toList();
  }

  /** With the days of resuming from which it is counted anew: those are not due themselves. */
  private List<Outlook.Pause> pauses() {
    Stream<Outlook.Pause> agreed =
        agreement.life.pauses().stream()
            .filter(pause -> pause.until() == null || pause.until().isAfter(pause.from()))
            .map(pause -> new Outlook.Pause(pause.from(), pause.until()));
    Stream<Outlook.Pause> countedAgain =
        agreement.schedules.countedAgain().map(day -> new Outlook.Pause(day, day.plusDays(1)));
    return Stream.concat(agreed, countedAgain)
        .filter(pause -> pause.until() == null || pause.until().isAfter(today))
        .sorted(BY_DAYS)
        .toList();
  }
}
