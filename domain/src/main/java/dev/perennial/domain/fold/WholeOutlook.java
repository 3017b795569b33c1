package dev.perennial.domain.fold;

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

/** What the agreement says of all days, past ones too, as it is known today. */
final class WholeOutlook {

  private static final Comparator<Outlook.Pause> BY_DAYS =
      Comparator.comparing(Outlook.Pause::from)
          .thenComparing(Outlook.Pause::until, Comparator.nullsLast(Comparator.naturalOrder()));

  private static final Share ALL = new Share(1, 1);

  private final Agreement agreement;
  private final Estimate estimate;
  private final DueDates dueDates;
  private final LocalDate today;

  WholeOutlook(Agreement agreement, Estimate estimate, DueDates dueDates, LocalDate today) {
    this.agreement = agreement;
    this.estimate = estimate;
    this.dueDates = dueDates;
    this.today = today;
  }

  Outlook outlook() {
    List<Dated<Price>> prices = prices();
    return new Outlook(
        agreement.firstDay(),
        agreement.schedules.billings(),
        prices,
        estimates(prices),
        shares(),
        pauses(),
        dueDates.announced(),
        agreement.trialEnds().orElse(null),
        agreement.endAsOf(today).orElse(null));
  }

  private List<Dated<Price>> prices() {
    return agreement.priceHistory().stream()
        .map(entry -> new Dated<>(entry.from(), entry.price()))
        .toList();
  }

  private List<Dated<Money>> estimates(List<Dated<Price>> prices) {
    return prices.stream()
        .filter(price -> price.value().kind() == Price.Kind.VARIABLE)
        .map(price -> new Dated<>(price.from(), estimate.amountOf(price.value())))
        .toList();
  }

  /** None where it was never shared; else all of it is said to be the subscriber's where it is. */
  private List<Dated<Share>> shares() {
    List<Timeline.Entry<LocalDate, Share>> agreed = agreement.shares.segments();
    return agreed.stream().allMatch(entry -> entry.value() == null)
        ? List.of()
        : agreed.stream()
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
    return Stream.concat(agreed, countedAgain).sorted(BY_DAYS).toList();
  }
}
