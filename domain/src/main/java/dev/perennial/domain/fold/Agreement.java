package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Billing;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Notice;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentData;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed, over time: a timeline a facet, the pauses, the end. Built by applying the
 * counted facts in their order; asked by date.
 */
final class Agreement {

  final Timeline<LocalDate, String> names = new Timeline<>();
  final Timeline<LocalDate, @Nullable String> vendors = new Timeline<>();
  final Timeline<LocalDate, @Nullable String> categories = new Timeline<>();
  final Timeline<LocalDate, Price> prices = new Timeline<>();
  final Timeline<LocalDate, @Nullable LocalDate> ends = new Timeline<>();
  final Timeline<LocalDate, @Nullable CollectionMode> collections = new Timeline<>();
  final Timeline<LocalDate, @Nullable Reminders> reminders = new Timeline<>();
  final Timeline<LocalDate, @Nullable String> urls = new Timeline<>();
  final Timeline<LocalDate, @Nullable List<String>> tags = new Timeline<>();
  final Timeline<LocalDate, @Nullable Integer> occurrences = new Timeline<>();
  final Timeline<LocalDate, @Nullable Notice> notices = new Timeline<>();
  final Timeline<LocalDate, @Nullable Share> shares = new Timeline<>();
  final Life life = new Life();
  final Schedules schedules = new Schedules();
  private final List<AnnouncedCharge> announced = new ArrayList<>();
  private @Nullable LocalDate trialEnds;
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate startedOn;

  static Agreement of(List<Fact> counted, Subscriber subscriber) {
    Agreement agreement = new Agreement();
    for (Fact fact : counted) {
      if (fact.data() instanceof SubscriptionData data) {
        agreement.apply(data, subscriber.dayOf(fact.time()));
      }
    }
    return agreement;
  }

  /** Whether a start has come; changes alone make no agreement, however much they say. */
  boolean isStarted() {
    return startedOn != null;
  }

  Optional<LocalDate> trialEnds() {
    return Optional.ofNullable(trialEnds);
  }

  /** The local day of the first start. */
  LocalDate firstDay() {
    return requireNonNull(firstDay, "It has started");
  }

  /** Whether a day lies in the trial of the last start. */
  boolean isInTrial(LocalDate day) {
    return startedOn != null
        && !day.isBefore(startedOn)
        && trialEnds().filter(day::isBefore).isPresent();
  }

  private void apply(SubscriptionData data, LocalDate day) {
    switch (data) {
      case SubscriptionStarted start -> start(start, day);
      case SubscriptionChanged changed ->
          change(
              changed.facets(), changed.effectiveOn() == null ? day : changed.effectiveOn(), false);
      case SubscriptionPaused paused -> life.pause(day, paused.resumesOn());
      case SubscriptionResumed resumed -> resume(resumed, day);
      case SubscriptionCancelled cancelled -> cancel(cancelled, day);
      case SubscriptionReactivated reactivated -> life.reactivate();
      case ChangeWithdrawn withdrawn -> {}
      case ChargeAnnounced said -> announced.add(said.charge());
      case PaymentData payment -> {}
      case SubscriptionDeleted deleted -> {}
    }
  }

  private void start(SubscriptionStarted start, LocalDate day) {
    firstDay = firstDay == null ? day : firstDay;
    startedOn = day;
    life.startAgain(day);
    change(start.facets(), day, true);
    trialEnds = start.trialEnds();
    if (trialEnds != null) {
      Billing billing = requireNonNull(start.facets().billing());
      schedules.add(day, billing.withAnchor(trialEnds));
    }
  }

  /** A start sets every facet, also to nothing; a change only those it gives. */
  private void change(Facets facets, LocalDate from, boolean all) {
    put(names, from, facets.name(), false);
    put(vendors, from, facets.vendor(), all);
    put(categories, from, facets.category(), all);
    put(prices, from, facets.price(), false);
    put(ends, from, facets.endsOn(), all);
    put(collections, from, facets.collection(), all);
    put(reminders, from, facets.reminders(), all);
    put(urls, from, facets.url(), all);
    put(tags, from, facets.tags(), all);
    put(occurrences, from, facets.occurrences(), all);
    put(notices, from, facets.notice(), all);
    put(shares, from, facets.share(), all);
    if (facets.billing() != null) {
      schedules.add(from, facets.billing());
    }
  }

  @SuppressWarnings("NullAway") // null is added only to timelines of nullable values
  private static <V> void put(
      Timeline<LocalDate, V> timeline, LocalDate from, @Nullable V value, boolean alsoNull) {
    if (value != null || alsoNull) {
      timeline.add(from, value);
    }
  }

  private void resume(SubscriptionResumed resumed, LocalDate day) {
    boolean wasPaused = life.resume(day);
    if (wasPaused && resumed.anchor() == SubscriptionResumed.Anchor.NOW) {
      schedules.countAgainFrom(day);
    }
  }

  private void cancel(SubscriptionCancelled cancelled, LocalDate day) {
    LocalDate from = cancelled.effectiveOn() == null ? day : cancelled.effectiveOn();
    life.cancel(new Life.Cancellation(day, cancelled.atPeriodEnd() ? null : from));
  }

  /** Every agreed price by its first day; one that changes nothing is no entry. */
  List<SubscriptionState.PriceFrom> priceHistory() {
    List<SubscriptionState.PriceFrom> history = new ArrayList<>();
    for (Timeline.Entry<LocalDate, Price> entry : prices.segments()) {
      if (history.isEmpty() || !history.getLast().price().equals(entry.value())) {
        history.add(new SubscriptionState.PriceFrom(entry.from(), entry.value()));
      }
    }
    return history;
  }

  /** In the order of their facts. */
  List<AnnouncedCharge> announced() {
    return List.copyOf(announced);
  }

  /** The schedule in force on a day. */
  Billing billingOn(LocalDate day) {
    return requireNonNull(schedules.billingOn(day));
  }

  /** The first day on which nothing is due any more, as it is known on a day. */
  Optional<LocalDate> endAsOf(LocalDate today) {
    return Stream.of(Optional.ofNullable(ends.at(today)), cancelledFrom(), endOfOccurrences(today))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo);
  }

  /** The first day on which nothing is due any more by a cancellation. */
  Optional<LocalDate> cancelledFrom() {
    return life.cancellation()
        .map(cancelled -> cancelled.from() == null ? periodEnd(cancelled.day()) : cancelled.from());
  }

  private LocalDate periodEnd(LocalDate cancelledOn) {
    return avoidable(cancelledOn.plusDays(1), cancelledOn, notices.at(cancelledOn), null)
        .orElse(cancelledOn);
  }

  private Optional<LocalDate> endOfOccurrences(LocalDate today) {
    Integer most = occurrences.at(today);
    return most == null || startedOn == null
        ? Optional.empty()
        : schedules.nth(most + 1, startedOn, life);
  }

  /**
   * The first due date from a day on that a cancellation still avoids.
   *
   * @param notice null for none
   * @param end as in {@link #dueOnOrAfter}
   */
  Optional<LocalDate> avoidable(
      LocalDate from, LocalDate cancelledOn, @Nullable Notice notice, @Nullable LocalDate end) {
    if (notice == null) {
      return dueOnOrAfter(from, end);
    }
    LocalDate earliest = notice.earliestAvoidable(cancelledOn);
    Optional<LocalDate> due = dueOnOrAfter(earliest.isBefore(from) ? from : earliest, end);
    // Counting back from a short month may lose up to three days.
    while (due.isPresent() && notice.cancelBy(due.get()).isBefore(cancelledOn)) {
      due = dueOnOrAfter(due.get().plusDays(1), end);
    }
    return due;
  }

  /**
   * The first due date on or after a day.
   *
   * @param end nothing is due on it or later; null for no end
   */
  Optional<LocalDate> dueOnOrAfter(LocalDate day, @Nullable LocalDate end) {
    LocalDate from = day;
    while (true) {
      Optional<LocalDate> due = schedules.onOrAfter(from);
      if (due.isEmpty() || (end != null && !due.get().isBefore(end))) {
        return Optional.empty();
      }
      Optional<Life.Pause> pause = life.pauseOn(due.get());
      if (pause.isEmpty()) {
        return due;
      }
      if (pause.get().until() == null) {
        return Optional.empty();
      }
      from = pause.get().until();
    }
  }

  /** The last due date on or before a day; the end as in {@link #dueOnOrAfter}. */
  Optional<LocalDate> dueOnOrBefore(LocalDate day, @Nullable LocalDate end) {
    LocalDate from = end == null || day.isBefore(end) ? day : end.minusDays(1);
    while (true) {
      Optional<LocalDate> due = schedules.onOrBefore(from);
      Optional<Life.Pause> pause = due.flatMap(life::pauseOn);
      if (pause.isEmpty()) {
        return due;
      }
      from = pause.get().from().minusDays(1);
    }
  }

  /** Whether a day lies within half a period of a due date. */
  boolean reaches(LocalDate dueOn, LocalDate day) {
    return schedules.reaches(dueOn, day);
  }

  /** Every day on which something agreed begins or ends; on those the document may change. */
  TreeSet<LocalDate> turningDays(LocalDate today) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Timeline<LocalDate, ?> timeline :
        List.of(
            names,
            vendors,
            categories,
            prices,
            ends,
            collections,
            reminders,
            urls,
            tags,
            occurrences,
            notices,
            shares)) {
      timeline.forEachStart(days::add);
    }
    schedules.forEachStart(days::add);
    for (Life.Pause pause : life.pauses()) {
      days.add(pause.from());
      Optional.ofNullable(pause.until()).ifPresent(days::add);
    }
    endAsOf(today).ifPresent(days::add);
    trialEnds().ifPresent(days::add);
    return days;
  }
}
