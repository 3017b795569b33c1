package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.SubscriberData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Histories with deletions in them, in any order and with repetitions. */
class ErasureOrderTest {

  private static final String TICK = "2026-06-01T10:00:00Z";

  /** A seed is a subscriber, so that many of them need one pipeline. */
  private static final int SEEDS = 6;

  @Test
  void everyOrderEndsInTheSameDocumentsAndReceipts() {
    List<Event> inOrder = new ArrayList<>();
    List<Event> shuffled = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      List<Event> history = history(seed, random);
      inOrder.addAll(history);
      shuffled.addAll(history);
      history.stream().filter(event -> random.nextBoolean()).forEach(shuffled::add);
    }
    Collections.shuffle(shuffled, new Random(SEEDS));

    assertThat(after(shuffled)).isEqualTo(after(inOrder));
  }

  @Test
  void whatStandsIsWhatTheFactsBehindTheFloorsSay() {
    List<Event> all = new ArrayList<>();
    List<Event> surviving = new ArrayList<>();
    for (int seed = SEEDS + 1; seed <= 2 * SEEDS; seed++) {
      Random random = new Random(seed);
      List<Event> history = history(seed, random);
      Collections.shuffle(history, random);
      all.addAll(history);
      history.stream().filter(new Floors(history)::survives).forEach(surviving::add);
    }

    Map<Projection, SortedMap<String, BsonDocument>> actual = after(all);
    Map<Projection, SortedMap<String, BsonDocument>> expected = after(surviving);

    for (Projection projection :
        List.of(Projection.SUBSCRIPTIONS, Projection.PAYMENTS, Projection.SUBSCRIBER_TOTALS)) {
      assertThat(actual.get(projection)).isEqualTo(expected.get(projection)).isNotEmpty();
    }
    assertThat(actual.get(Projection.RECEIPTS))
        .containsAllEntriesOf(expected.get(Projection.RECEIPTS));
  }

  private static Map<Projection, SortedMap<String, BsonDocument>> after(List<Event> events) {
    try (Pipeline pipeline = new Pipeline()) {
      Map<Projection, SortedMap<String, BsonDocument>> standing =
          pipeline.take(events).tick(TICK).standing();
      assertThat(pipeline.deadLetters()).isEmpty();
      return standing;
    }
  }

  /** Two subscriptions and their subscriber, each deleted now and then, over four months. */
  private static List<Event> history(int seed, Random random) {
    SubscriberKey whose = new SubscriberKey("acme", "seed-" + seed);
    return new ArrayList<>(history(random).stream().map(event -> of(whose, event)).toList());
  }

  private static Event of(SubscriberKey whose, Event event) {
    boolean isAboutThem = event.fact().data() instanceof SubscriberData;
    return new Event(whose, isAboutThem ? whose.subscriberId() : event.subject(), event.fact());
  }

  private static List<Event> history(Random random) {
    List<Event> events = new ArrayList<>();
    for (String subscription : List.of("netflix", "gym")) {
      for (int number = 0; number < 3; number++) {
        Event started = Facts.started(subscription, time(random), "2026-01-15", "1" + number);
        events.add(renamed(started, subscription + "-start-" + number));
        events.add(Facts.paid(subscription, subscription + number, time(random), "1" + number));
      }
      events.add(Facts.cancelled(subscription, time(random)));
      events.add(Facts.refunded(subscription, subscription + "0", time(random), "1"));
      if (random.nextInt(4) > 0) {
        events.add(Facts.deleted(subscription, time(random)));
        events.add(Facts.deleted(subscription, time(random)));
      }
    }
    events.add(Facts.livesIn("Pacific/Auckland", time(random)));
    events.add(Facts.livesIn("America/New_York", time(random)));
    if (random.nextBoolean()) {
      events.add(Facts.subscriberDeleted(time(random)));
    }
    return events;
  }

  private static Event renamed(Event event, String id) {
    return Facts.event(id, event.subject(), event.fact().time().toString(), event.fact().data());
  }

  private static String time(Random random) {
    return "2026-0%d-%02dT%02d:00:00Z"
        .formatted(1 + random.nextInt(4), 1 + random.nextInt(28), random.nextInt(24));
  }
}
