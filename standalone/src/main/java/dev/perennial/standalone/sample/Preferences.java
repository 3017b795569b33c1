package dev.perennial.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What subscribers say about themselves. */
final class Preferences {

  private static final Duration MOVED_BEFORE = Duration.ofDays(180);
  private static final Duration LEADS_BEFORE = Duration.ofDays(30);

  private Preferences() {}

  static void tell(Person person, Feed feed, Instant at) {
    Instant first = at.minus(Sample.span());
    boolean late = person.name().equals(Person.TOLD_LATE);
    feed.add(update(person, first, first(person)), late ? Sample.span() : Duration.ZERO);
    if (person.movedTo() != null) {
      JsonText moved =
          JsonText.object("zone", person.movedTo(), "currency", person.homeSinceMoved());
      feed.add(update(person, at.minus(MOVED_BEFORE), moved));
    }
    JsonText leads = leads(person);
    if (leads != null) {
      feed.add(update(person, at.minus(LEADS_BEFORE), JsonText.object("leads", leads)));
    }
  }

  /** What one says of oneself who comes back: nothing is known of the time before. */
  static void tellAgain(Person person, Feed feed, Instant time) {
    feed.add(update(person, time, first(person)));
  }

  private static JsonText first(Person person) {
    return JsonText.object(
        "zone", person.zone(),
        "locale", person.locale(),
        "currency", person.home(),
        "alertTime", person.alertTime(),
        "routing", routing(person));
  }

  private static @Nullable JsonText leads(Person person) {
    return switch (person.name()) {
      case "alice" -> JsonText.object("cancellation.deadline", List.of(14, 3, 0));
      case "langston" ->
          JsonText.object(
              "renewal.upcoming", List.of(10, 2),
              "cancellation.deadline", List.of(),
              "price.changed", List.of(14, 1));
      case "ursula" ->
          JsonText.object("trial.ending", List.of(3), "price.changed", List.<Integer>of());
      default -> null;
    };
  }

  private static @Nullable JsonText routing(Person person) {
    return switch (person.name()) {
      case Person.ROUTED ->
          JsonText.object(
              "renewal.upcoming", List.of("work"),
              "trial.ending", List.of("home"),
              "payment.failed", List.of("home", "work"));
      case "alice" ->
          JsonText.object(
              "cancellation.deadline", List.of("home"),
              "price.changed", List.of("home"),
              "payment.failed", List.of("work"),
              "subscription.ended", List.of("home"));
      default -> null;
    };
  }

  private static Feed.Draft update(Person person, Instant time, JsonText data) {
    return new Feed.Draft(
        time, Feed.PREFERENCES, "subscriber.updated", person.id(), person.id(), data);
  }
}
