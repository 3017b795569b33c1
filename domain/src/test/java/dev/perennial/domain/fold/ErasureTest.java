package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.livesIn;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionDeleted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasureTest {

  private static final String NOON = "2025-02-10T12:00:00Z";

  private final List<Event> events = new ArrayList<>();

  @Test
  void aFactOfTheVeryMomentIsForgottenAndALaterOneBeginsANewLife() {
    add("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    add("netflix", NOON, "p1", paid("p1", "12.99"));
    add("netflix", NOON, "gone", new SubscriptionDeleted());
    add("netflix", "2025-02-10T12:00:00.000000001Z", "p2", paid("p2", "12.99"));

    assertThat(remaining()).containsExactly("p2");
  }

  @Test
  void theHighestFloorCountsWhateverCameFirst() {
    add("netflix", "2025-02-20T12:00:00Z", "late", new SubscriptionDeleted());
    add("netflix", NOON, "early", new SubscriptionDeleted());
    add("netflix", "2025-02-15T12:00:00Z", "p", paid("p", "12.99"));

    assertThat(remaining()).isEmpty();
    Collections.reverse(events);
    assertThat(remaining()).isEmpty();
    assertThat(Erasure.of(events).floorOf("netflix"))
        .isEqualTo(new Floor(Instant.parse("2025-02-20T12:00:00Z")));
  }

  @Test
  void aDeletedSubscriptionTakesNoOtherAndNoPreferencesWithIt() {
    add("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    add("spotify", "2025-01-10T12:00:00Z", "other", monthly("2025-01-31", "9.99"));
    add("alice", "2025-01-10T12:00:00Z", "u", livesIn("Europe/Vienna"));
    add("netflix", NOON, "gone", new SubscriptionDeleted());

    assertThat(remaining()).containsExactly("other", "u");
    assertThat(Erasure.of(events).floorOf("spotify")).isEqualTo(Floor.none());
  }

  @Test
  void aDeletedSubscriberTakesEverythingWithIt() {
    add("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    add("alice", "2025-01-10T12:00:00Z", "u", livesIn("Europe/Vienna"));
    add("alice", NOON, "gone", new SubscriberDeleted());
    add("netflix", "2025-01-20T12:00:00Z", "gone-before", new SubscriptionDeleted());
    add("alice", "2025-03-01T12:00:00Z", "u2", livesIn("UTC"));

    assertThat(remaining()).containsExactly("u2");
    assertThat(Erasure.of(events).floorOf("netflix")).isEqualTo(new Floor(Instant.parse(NOON)));
  }

  @Test
  void whereNothingWasErasedAllRemains() {
    add("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));

    assertThat(remaining()).containsExactly("s");
    assertThat(Floor.none().covers(Instant.MIN)).isFalse();
    assertThat(Floor.none().isNone()).isTrue();
    assertThat(new Floor(Instant.EPOCH).isNone()).isFalse();
  }

  @Test
  void aFloorLeavesOfALogWhatIsLater() {
    Fact early = at("2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    Fact late = at("2025-02-10T12:00:00Z", "p", paid("p", "12.99"));
    FactLog log = FactLog.of(List.of(late, early));

    assertThat(log.after(new Floor(early.time())).facts()).containsExactly(late);
    assertThat(log.after(new Floor(late.time()))).isEqualTo(FactLog.empty());
    assertThat(log.after(Floor.none())).isSameAs(log);
    assertThat(log.after(new Floor(early.time().minusNanos(1)))).isSameAs(log);
  }

  @Test
  void whatLiesBelowTheFloorSaysNothing() {
    Fact early = at("2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    Fact late = at("2025-02-10T12:00:00Z", "p", paid("p", "12.99"));
    Floor floor = new Floor(early.time());

    SubscriptionView view =
        Derivation.derive(
            NETFLIX,
            FactLog.of(List.of(early, late)),
            floor,
            Subscriber.of(List.of()),
            Instant.parse("2025-03-01T00:00:00Z"));

    assertThat(view.state()).isEmpty();
    assertThat(view.floor()).isEqualTo(floor);
    assertThat(view.facts()).containsExactly(new FactStatus(late, FactStatus.Outcome.WAITING));
  }

  private List<String> remaining() {
    return Erasure.of(events).remaining(events).stream()
        .map(event -> event.fact().id().id())
        .toList();
  }

  private void add(String subject, String time, String id, EventData data) {
    events.add(new Event(NETFLIX.subscriber(), subject, at(time, id, data)));
  }
}
