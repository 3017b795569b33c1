package dev.perennial.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What subscribers say about themselves. */
final class Preferences {

  private static final Duration MOVED_BEFORE = Duration.ofDays(180);

  private Preferences() {}

  static void tell(Person person, Feed feed, Instant at) {
    Instant first = at.minus(Sample.span());
    boolean late = person.id().equals(Person.TOLD_LATE);
    feed.add(update(person, first, first(person)), late ? Sample.span() : Duration.ZERO);
    if (person.movedTo() != null) {
      JsonText moved = JsonText.object("zone", person.movedTo());
      feed.add(update(person, at.minus(MOVED_BEFORE), moved));
    }
    if (person.id().equals("langston")) {
      JsonText leads = JsonText.object("renewal.upcoming", List.of(10, 2));
      feed.add(update(person, at.minus(Duration.ofDays(30)), JsonText.object("leads", leads)));
    }
  }

  private static JsonText first(Person person) {
    return JsonText.object(
        "zone", person.zone(),
        "locale", person.locale(),
        "currency", person.currency(),
        "alertTime", person.alertTime(),
        "routing", routing(person));
  }

  private static @Nullable JsonText routing(Person person) {
    return person.id().equals(Person.ROUTED)
        ? JsonText.object("renewal.upcoming", List.of("work"))
        : null;
  }

  private static Feed.Draft update(Person person, Instant time, JsonText data) {
    return new Feed.Draft(
        time, Feed.PREFERENCES, "subscriber.updated", person.id(), person.id(), data);
  }
}
