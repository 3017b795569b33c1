package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was agreed for one subscription, applied event by event. */
final class Deal {

  /** Nothing further ahead is looked at; it bounds the walk where nothing is due any more. */
  private static final int FAR = 4_000;

  /**
   * @param until first day after it; null while nobody has ended it
   */
  record Pause(LocalDate from, @Nullable LocalDate until) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  final Dated<String> names = new Dated<>();
  final Dated<String> vendors = new Dated<>();
  final Dated<String> categories = new Dated<>();
  final Dated<Map<String, Object>> prices = new Dated<>();
  final Dated<Schedule> schedules = new Dated<>();
  final Dated<String> collections = new Dated<>();
  final Dated<List<Integer>> reminders = new Dated<>();
  final Dated<String> urls = new Dated<>();
  final Dated<List<?>> tags = new Dated<>();
  @Nullable LocalDate trialEnds;
  @Nullable LocalDate cancelledFrom;
  boolean started;

  private final Dated<LocalDate> ends = new Dated<>();
  private final List<Pause> pauses = new ArrayList<>();

  /**
   * @param counted the subscription's events that count, in their order
   */
  Deal(List<Happening> counted, Owner owner) {
    counted.forEach(happening -> apply(happening, owner.dayOf(happening.time())));
  }

  private void apply(Happening happening, LocalDate day) {
    switch (happening.type()) {
      case "subscription.started" -> start(happening, day);
      case "subscription.changed" ->
          set(happening, Objects.requireNonNullElse(happening.date("effectiveOn"), day), false);
      case "subscription.paused" -> pause(day, happening.date("resumesOn"));
      case "subscription.resumed" -> resume(day, "NOW".equals(happening.data().get("anchor")));
      case "subscription.cancelled" -> cancel(happening, day);
      case "subscription.reactivated" -> cancelledFrom = null;
      default -> {}
    }
  }

  private void start(Happening happening, LocalDate day) {
    started = true;
    resume(day, false);
    cancelledFrom = null;
    trialEnds = happening.date("trialEnds");
    set(happening, day, true);
  }

  private void set(Happening happening, LocalDate from, boolean all) {
    Map<String, Object> data = happening.data();
    set(names, data, "name", from, all);
    set(vendors, data, "vendor", from, all);
    set(categories, data, "category", from, all);
    set(prices, data, "price", from, all);
    set(collections, data, "collection", from, all);
    set(urls, data, "url", from, all);
    set(tags, data, "tags", from, all);
    if (all || data.containsKey("endsOn")) {
      ends.add(from, happening.date("endsOn"));
    }
    if (all || data.containsKey("reminders")) {
      Object own = data.get("reminders");
      reminders.add(from, own == null ? null : Leads.of(Json.member((Map<?, ?>) own, "leads")));
    }
    if (data.containsKey("billing")) {
      Schedule schedule = Schedule.of(Happening.map(data.get("billing")));
      schedules.add(from, all && trialEnds != null ? schedule.from(trialEnds, 0) : schedule);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> void set(
      Dated<T> dated, Map<String, Object> data, String name, LocalDate from, boolean all) {
    if (all || data.containsKey(name)) {
      dated.add(from, (T) data.get(name));
    }
  }

  private void pause(LocalDate day, @Nullable LocalDate until) {
    if (pauseOn(day).isEmpty() && (until == null || until.isAfter(day))) {
      pauses.add(new Pause(day, until));
    }
  }

  private void resume(LocalDate day, boolean countFromHere) {
    Optional<Pause> running = pauseOn(day);
    if (running.isEmpty()) {
      return;
    }
    pauses.remove(running.get());
    pauses.add(new Pause(running.get().from(), day));
    Schedule schedule = schedules.on(day);
    if (countFromHere && schedule != null) {
      schedules.add(day, schedule.from(day, 1));
    }
  }

  private void cancel(Happening happening, LocalDate day) {
    if (Boolean.TRUE.equals(happening.data().get("atPeriodEnd"))) {
      cancelledFrom = firstDue(day.plusDays(1), null).orElse(day);
    } else {
      cancelledFrom = Objects.requireNonNullElse(happening.date("effectiveOn"), day);
    }
  }

  Optional<Pause> pauseOn(LocalDate day) {
    return pauses.stream().filter(pause -> pause.covers(day)).findFirst();
  }

  /** First day on which nothing is due any more, as far as it is known on a day. */
  @Nullable LocalDate endAsOf(LocalDate today) {
    LocalDate agreed = ends.on(today);
    if (agreed == null || cancelledFrom == null) {
      return agreed == null ? cancelledFrom : agreed;
    }
    return agreed.isBefore(cancelledFrom) ? agreed : cancelledFrom;
  }

  boolean isDue(LocalDate day, @Nullable LocalDate end) {
    Schedule schedule = schedules.on(day);
    return schedule != null
        && (end == null || day.isBefore(end))
        && pauseOn(day).isEmpty()
        && schedule.hits(day);
  }

  /** Walks day by day. */
  Optional<LocalDate> firstDue(LocalDate from, @Nullable LocalDate end) {
    for (LocalDate day = from; day.isBefore(from.plusDays(FAR)); day = day.plusDays(1)) {
      if (isDue(day, end)) {
        return Optional.of(day);
      }
      if (end != null && !day.isBefore(end)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  String categoryOn(LocalDate day) {
    String category = started ? categories.on(day) : null;
    return category == null ? "uncategorised" : category;
  }

  Map<String, Object> priceOn(LocalDate day) {
    return Objects.requireNonNull(prices.on(day));
  }

  List<Integer> leadsOn(LocalDate today, Owner owner) {
    List<Integer> own = reminders.on(today);
    return own == null ? owner.leads() : own;
  }
}
