package dev.perennial.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Collects events, and hands them over in the order in which their sources would deliver them. */
final class Feed {

  static final String BILLING = "/billing";
  static final String BANK = "/bank-feed";
  static final String PREFERENCES = "/preferences";

  /** One event's text and when it arrives. */
  private record Line(Instant arrives, int number, String text) {}

  private static final Comparator<Line> BY_ARRIVAL =
      Comparator.comparing(Line::arrives).thenComparing(Line::number);

  private final List<Line> lines = new ArrayList<>();
  private final Instant at;
  private int ids;

  Feed(Instant at) {
    this.at = at;
  }

  /** An event without its id. */
  record Draft(
      Instant time, String source, String type, String subject, String subscriber, JsonText data) {

    String text(String id) {
      return JsonText.object(
              "specversion", "1.0",
              "id", id,
              "source", source,
              "type", type,
              "time", time.toString(),
              "subject", subject,
              "subscriberid", subscriber,
              "datacontenttype", "application/json",
              "data", data)
          .toString();
    }
  }

  /** Adds an event that arrives as it happens, and returns its id. One that lies ahead is lost. */
  String add(Draft draft) {
    return add(draft, Duration.ZERO);
  }

  /** Adds an event that arrives late, and returns its id. */
  String add(Draft draft, Duration delay) {
    String id = nextId();
    if (!draft.time().isAfter(at)) {
      put(draft.time().plus(delay), draft.text(id));
    }
    return id;
  }

  /** Adds an event and, later, other content under the same id: the one later in time counts. */
  void addAmended(Draft first, Draft second) {
    if (first.time().isAfter(at) || second.time().isAfter(at)) {
      return;
    }
    String id = nextId();
    put(first.time(), first.text(id));
    put(first.time().plus(Duration.ofDays(90)), second.text(id));
  }

  /** Adds an event that arrives a second time, word for word. */
  String addTwice(Draft draft, Duration later) {
    String id = nextId();
    if (!draft.time().isAfter(at)) {
      put(draft.time(), draft.text(id));
      put(draft.time().plus(later), draft.text(id));
    }
    return id;
  }

  private String nextId() {
    // Some sources use characters that keys must escape.
    ids++;
    return ids % 97 == 0 ? "evt|%" + ids : "evt-" + ids;
  }

  private void put(Instant arrives, String text) {
    lines.add(new Line(arrives, lines.size(), text));
  }

  /** Every event in order of arrival; some arrive twice, word for word. */
  List<String> delivered(Random random, double duplicates) {
    List<Line> all = new ArrayList<>(lines);
    for (Line line : lines) {
      if (random.nextDouble() < duplicates) {
        Duration later = Duration.ofMinutes(random.nextInt(3 * 24 * 60));
        all.add(new Line(line.arrives().plus(later), all.size(), line.text()));
      }
    }
    all.sort(BY_ARRIVAL);
    return all.stream().map(Line::text).toList();
  }

  static JsonText amount(String value, @Nullable String currency) {
    return JsonText.object("value", value, "currency", currency);
  }
}
