package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.alert.SubscriberErased;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is about a subscriber itself: erasure, replay, and what it costs. */
class OwnAlertsTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-01T10:00:00Z", "2026-01-07", "12.00");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-01T12:00:00Z", "12.00");
  private static final Event WEEKLY = Wishes.digest("2026-01-01T00:00:00Z", "digest.weekly", 0);
  private static final Event TEN_EUROS = Wishes.budget("2026-01-01T00:00:00Z", "10.00");
  private static final String MONDAY = "2026-01-05T09:00:00Z";

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void erasureWithdrawsWhatStandsAndANewLifeIsToldUnderNamesOfItsOwn() {
    pipeline.take(TEN_EUROS, STARTED, PAID).tick("2026-01-01T12:00:10Z");
    String before = ownAlerts().getFirst().id();

    pipeline.take(Facts.subscriberDeleted("2026-01-02T00:00:00Z"));
    List<AlertMessage> erased = pipeline.alerts();
    assertThat(erased.getFirst()).isInstanceOf(SubscriberErased.class);
    assertThat(erased)
        .filteredOn(AlertVoided.class::isInstance)
        .extracting(AlertMessage::id)
        .contains(before);
    pipeline.tick("2026-01-02T00:00:10Z");
    assertThat(said()).isEmpty();
    assertThat(pipeline.count(StateStores.SUBSCRIBERS)).isZero();
    assertThat(pipeline.count(StateStores.SCHEDULE)).isZero();

    pipeline
        .take(
            Wishes.budget("2026-01-03T00:00:00Z", "10.00"),
            Facts.started("netflix", "2026-01-03T10:00:00Z", "2026-01-07", "12.00"),
            Facts.paid("netflix", "p1", "2026-01-03T12:00:00Z", "12.00"))
        .tick("2026-01-03T12:00:10Z");
    AlertRaised again = (AlertRaised) ownAlerts().getFirst();
    assertThat(again.revision()).isZero();
    assertThat(again.id()).isNotEqualTo(before);
  }

  @Test
  void aReplayRaisesNothingAndKnowsAfterwardsWhatWasSaid() {
    Event[] events = {TEN_EUROS, WEEKLY, STARTED, PAID};
    List<AlertMessage> told =
        new ArrayList<>(pipeline.take(events).tick("2026-01-01T12:00:10Z").alerts());
    told.addAll(pipeline.tick(MONDAY).alerts());
    assertThat(Said.own(told)).hasSize(2);

    Pipeline replay = new Pipeline(Mode.REPLAY);
    replay.take(events).tick("2026-01-01T12:00:10Z").learn(told).tick(MONDAY);
    assertThat(replay.alerts()).isEmpty();
    replay = replay.restarted(Mode.SERVING).tick("2026-01-05T10:00:00Z");
    assertThat(Said.own(replay.alerts())).isEmpty();

    // What it has learnt it withdraws, too.
    replay.take(Wishes.budget("2026-01-05T11:00:00Z", null)).tick("2026-01-05T11:00:10Z");
    assertThat(replay.alerts())
        .filteredOn(AlertVoided.class::isInstance)
        .extracting(AlertMessage::id)
        .containsExactly(Said.own(told).getFirst().id());
    replay.close();
  }

  @Test
  void aReplayLearnsBeforeItReadsTheFacts() {
    Event[] events = {TEN_EUROS, STARTED, PAID};
    List<AlertMessage> told = pipeline.take(events).tick("2026-01-01T12:00:10Z").alerts();

    Pipeline replay = new Pipeline(Mode.REPLAY);
    replay.learn(told).take(events).tick("2026-01-01T12:00:20Z");
    replay = replay.restarted(Mode.SERVING).tick("2026-01-01T13:00:00Z");

    assertThat(Said.own(replay.alerts())).isEmpty();
    replay.close();
  }

  @Test
  void whatAReplayHasNotLearntIsSaidWhenItIsOver() {
    Pipeline replay = new Pipeline(Mode.REPLAY);
    replay.take(TEN_EUROS, STARTED, PAID).tick("2026-01-01T12:00:10Z");
    replay = replay.restarted(Mode.SERVING).tick("2026-01-01T12:02:00Z");

    assertThat(Said.own(replay.alerts())).hasSize(1);
    replay.close();
  }

  @Test
  void whoHasNeitherBudgetsNorDigestsHasNoEntryInTheSchedule() {
    pipeline.take(Facts.livesIn("UTC", "2026-01-01T00:00:00Z"), STARTED, PAID);
    assertThat(pipeline.count(StateStores.SCHEDULE)).as("the subscription's").isEqualTo(1);
    pipeline.tick("2026-01-01T12:00:10Z");
    assertThat(pipeline.count(StateStores.SCHEDULE)).isEqualTo(1);

    pipeline.take(TEN_EUROS);
    assertThat(pipeline.count(StateStores.SCHEDULE)).isEqualTo(2);
    pipeline.take(Wishes.budget("2026-01-02T00:00:00Z", null)).tick("2026-01-02T00:00:10Z");
    assertThat(pipeline.count(StateStores.SCHEDULE)).isEqualTo(1);
  }

  @Test
  void documentsAreTheSameWithAndWithoutWishes() {
    Pipeline plain = new Pipeline();
    plain.take(STARTED, PAID).tick(MONDAY);
    pipeline.take(TEN_EUROS, WEEKLY, STARTED, PAID).tick(MONDAY);

    for (Projection projection : List.of(Projection.SUBSCRIPTIONS, Projection.SUBSCRIBER_TOTALS)) {
      assertThat(pipeline.documents(projection)).isEqualTo(plain.documents(projection));
    }
    plain.close();
  }

  /** A job that is under way has counted one part anew, and another not yet. */
  @Test
  void nobodyIsLookedAtWhileAJobIsUnderWay() {
    for (Job job : List.of(new Job.OfSubscriber(Facts.ALICE), new Job.OfTenant("acme"))) {
      try (Pipeline one = new Pipeline()) {
        one.take(TEN_EUROS, STARTED, PAID).<String>store(StateStores.JOBS).put(job.name(), "");

        one.tick("2026-01-01T12:00:10Z");
        assertThat(Said.inWords(one.alerts())).isEmpty();
        one.tick("2026-01-01T12:00:20Z");
        assertThat(Said.inWords(one.alerts())).containsExactly("budget.exceeded 2026-01-01");
      }
    }
  }

  private List<String> said() {
    return Said.inWords(pipeline.alerts());
  }

  /** What was said since the last look. */
  private List<AlertMessage> ownAlerts() {
    return Said.own(pipeline.alerts());
  }
}
