package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was agreed for one subscription, applied event by event. */
final class Deal {

  /**
   * What an event sets.
   *
   * @param all also what it does not name: that is nothing from then on
   */
  private record Setting(Map<String, Object> data, LocalDate from, boolean all) {
    <T> void into(Dated<T> dated, String name, Function<Object, T> read) {
      Object value = data.get(name);
      if (all || value != null) {
        dated.add(from, value == null ? null : read.apply(value));
      }
    }
  }

  final Dated<String> names = new Dated<>();
  final Dated<String> vendors = new Dated<>();
  final Dated<String> categories = new Dated<>();
  final Dated<Map<String, Object>> prices = new Dated<>();
  final Dated<String> collections = new Dated<>();
  final Dated<Reminding> reminders = new Dated<>();
  final Dated<String> urls = new Dated<>();
  final Dated<List<?>> tags = new Dated<>();
  final Dated<Integer> occurrences = new Dated<>();
  final Dated<Notice> notices = new Dated<>();
  final Dated<Share> shares = new Dated<>();
  final DueDates dueDates = new DueDates();
  final List<Happening> announcements = new ArrayList<>();
  @Nullable LocalDate trialEnds;

  /** The local day of its first start. */
  @Nullable LocalDate firstDay;

  LocalDate lastStart = LocalDate.MIN;
  boolean started;

  private final Dated<LocalDate> ends = new Dated<>();
  private @Nullable Cancellation cancellation;

  /**
   * @param inForce the subscription's events that count, in their order
   */
  Deal(List<Happening> inForce, Owner owner) {
    inForce.forEach(happening -> apply(happening, owner.dayOf(happening.time())));
  }

  private void apply(Happening happening, LocalDate day) {
    switch (happening.type()) {
      case "subscription.started" -> start(happening, day);
      case "subscription.changed" -> set(happening, happening.firstDay(day), false);
      case "subscription.paused" -> dueDates.pause(day, happening.date("resumesOn"));
      case "subscription.resumed" ->
          dueDates.resume(day, "NOW".equals(happening.data().get("anchor")));
      case "subscription.cancelled" -> cancellation = Cancellation.of(happening, day);
      case "subscription.reactivated" -> cancellation = null;
      case "charge.announced" -> announcements.add(happening);
      default -> {}
    }
  }

  private void start(Happening happening, LocalDate day) {
    firstDay = started ? firstDay : day;
    lastStart = day;
    started = true;
    dueDates.start(day);
    cancellation = null;
    trialEnds = happening.date("trialEnds");
    set(happening, day, true);
  }

  private void set(Happening happening, LocalDate from, boolean all) {
    Setting setting = new Setting(happening.data(), from, all);
    setting.into(names, "name", String.class::cast);
    setting.into(vendors, "vendor", String.class::cast);
    setting.into(categories, "category", String.class::cast);
    setting.into(prices, "price", Happening::map);
    setting.into(collections, "collection", String.class::cast);
    setting.into(reminders, "reminders", own -> Reminding.of(Happening.map(own)));
    setting.into(urls, "url", String.class::cast);
    setting.into(tags, "tags", own -> (List<?>) own);
    setting.into(occurrences, "occurrences", Json::whole);
    setting.into(notices, "notice", notice -> Notice.of(Happening.map(notice)));
    setting.into(shares, "share", share -> Share.of(Happening.map(share)));
    setting.into(ends, "endsOn", day -> LocalDate.parse((String) day));
    if (happening.data().containsKey("billing")) {
      Schedule schedule = Schedule.of(Happening.map(happening.data().get("billing")));
      dueDates.bill(from, all && trialEnds != null ? schedule.from(trialEnds, 0) : schedule);
    }
  }

  boolean isCancelled() {
    return cancellation != null;
  }

  /** First day on which nothing is due any more, as far as it is known on a day. */
  @Nullable LocalDate endAsOf(LocalDate today) {
    return Stream.of(Optional.ofNullable(ends.on(today)), cancelledFrom(), lastPaidUntil(today))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Optional<LocalDate> cancelledFrom() {
    return Optional.ofNullable(cancellation)
        .map(said -> said.end(dueDates, notices.on(said.day())));
  }

  private Optional<LocalDate> lastPaidUntil(LocalDate today) {
    return Optional.ofNullable(occurrences.on(today)).flatMap(dueDates::endAfter);
  }

  /** The scheduled due dates before the end as it is known on a day. */
  Stream<LocalDate> dueAsOf(LocalDate today) {
    LocalDate end = endAsOf(today);
    return dueDates.all().takeWhile(day -> end == null || day.isBefore(end));
  }

  String categoryOn(LocalDate day) {
    String category = started ? categories.on(day) : null;
    return category == null ? "uncategorised" : category;
  }

  Reminding remindingOn(LocalDate day) {
    return Objects.requireNonNullElse(reminders.on(day), Reminding.NOT_SAID);
  }

  boolean isManualOn(LocalDate day) {
    return "MANUAL".equals(collections.on(day));
  }

  Share shareOn(LocalDate day) {
    return Share.orWhole(started ? shares.on(day) : null);
  }

  Map<String, Object> priceOn(LocalDate day) {
    return Objects.requireNonNull(prices.on(day));
  }
}
