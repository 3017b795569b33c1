package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An epoch that is built beside the serving one, and takes its place. */
class ReplayTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90");
  private static final String BEFORE = "2026-01-24T08:00:00Z";
  private static final String DUE = "2026-01-24T09:00:00Z";

  private final Pipeline serving = new Pipeline();
  private Pipeline replay = new Pipeline(Mode.REPLAY);

  @AfterEach
  void close() {
    serving.close();
    replay.close();
  }

  @Test
  void shouldRaiseNothingThoughItsTimeHasCome() {
    replay.take(STARTED).tick(BEFORE).tick(DUE).tick("2026-01-24T09:05:00Z");

    assertThat(replay.alerts()).isEmpty();
  }

  @Test
  void shouldWriteTheSameDocumentsAsTheServingEpoch() {
    List<Event> events = List.of(STARTED, Facts.paid("netflix", "p1", "2026-01-06T10:00:00Z", "9"));
    serving.take(events).tick(DUE);
    replay.take(events).tick(DUE);

    for (Projection projection : Projection.values()) {
      assertThat(replay.documents(projection)).isEqualTo(serving.documents(projection));
    }
  }

  @Test
  void shouldRaiseNothingTwiceWhenItTakesOver() {
    List<AlertMessage> raised = serving.take(STARTED).tick(DUE).alerts();
    assertThat(raised).hasSize(1);

    replay.take(STARTED).tick(BEFORE).learn(raised).tick(DUE);
    replay = replay.restarted(Mode.SERVING).tick("2026-01-24T10:00:00Z");

    assertThat(replay.alerts()).isEmpty();
  }

  @Test
  void shouldLearnAlsoWhatItReadsBeforeTheFactsOfTheSubscription() {
    List<AlertMessage> raised = serving.take(STARTED).tick(DUE).alerts();

    replay
        .learn(raised)
        .take(Facts.livesIn("Europe/Berlin", "2026-01-01T00:00:00Z"))
        .tick(BEFORE)
        .take(STARTED)
        .tick(DUE);
    replay = replay.restarted(Mode.SERVING).tick("2026-01-24T10:00:00Z");

    assertThat(replay.alerts()).isEmpty();
    assertThat(replay.deadLetters()).isEmpty();
  }

  @Test
  void anAlertWithoutItsSubscriptionShouldTakeNoPlaceOfTheSubscribers() {
    for (int number = 0; number < Pipeline.LIMITS.subscriptions(); number++) {
      Event started = started(number);
      replay.learn(serving.take(started).tick("2026-01-24T09:00:0" + number % 10 + "Z").alerts());
    }
    replay.take(startedAll());

    assertThat(replay.deadLetters()).isEmpty();
    replay.take(started(Pipeline.LIMITS.subscriptions()));
    assertThat(replay.deadLetters()).hasSize(1);
  }

  @Test
  void shouldRaiseOnceWhatNobodyRaisedWithinItsTime() {
    replay.take(STARTED).tick(BEFORE).tick(DUE);

    replay =
        replay
            .restarted(Mode.SERVING)
            .tick("2026-01-24T09:02:00Z")
            .tick("2026-01-24T09:04:00Z")
            .tick("2026-01-24T09:06:00Z");

    assertThat(replay.alerts())
        .singleElement()
        .isInstanceOfSatisfying(AlertRaised.class, alert -> assertThat(alert.lead()).isEqualTo(7));
  }

  @Test
  void shouldContinueTheRevisionsOfTheServingEpoch() {
    List<Event> facts =
        List.of(
            STARTED,
            Facts.cancelled("netflix", "2026-01-24T10:00:00Z"),
            Facts.reactivated("netflix", "2026-01-24T12:00:00Z"));
    List<AlertMessage> told = new ArrayList<>(serving.take(STARTED).tick(DUE).alerts());
    told.addAll(serving.take(facts.get(1)).tick("2026-01-24T11:00:00Z").alerts());
    told.addAll(serving.take(facts.get(2)).tick("2026-01-24T13:00:00Z").alerts());
    assertThat(raisedRenewals(told)).extracting(AlertRaised::revision).containsExactly(0, 1);

    replay.take(facts).tick(BEFORE).learn(told).tick("2026-01-24T13:00:00Z");
    replay = replay.restarted(Mode.SERVING).tick("2026-01-24T14:00:00Z");
    assertThat(replay.alerts()).isEmpty();

    // Withdrawn in the new epoch, it is the second alert that is voided.
    replay
        .take(Facts.cancelled("netflix", "2026-01-24T15:00:00Z", "again"))
        .tick("2026-01-24T16:00:00Z");
    assertThat(replay.alerts())
        .filteredOn(AlertVoided.class::isInstance)
        .extracting(AlertMessage::id)
        .contains(raisedRenewals(told).getLast().id());
  }

  @Test
  void shouldVoidWhatItLearntAndWouldNotHaveRaised() {
    List<AlertMessage> raised = serving.take(STARTED).tick(DUE).alerts();
    replay
        .take(STARTED, Facts.cancelled("netflix", "2026-01-20T10:00:00Z"))
        .tick("2026-01-22T09:00:00Z")
        .tick(DUE)
        .learn(raised)
        .tick("2026-01-24T09:00:10Z");

    replay = replay.restarted(Mode.SERVING).tick("2026-01-24T09:02:00Z");

    assertThat(replay.alerts())
        .filteredOn(AlertVoided.class::isInstance)
        .extracting(AlertMessage::id)
        .containsExactly(raised.getFirst().id());
  }

  @Test
  void shouldRaiseUnderTheNextRevisionWhatWasVoided() {
    List<AlertMessage> told = new ArrayList<>(serving.take(STARTED).tick(DUE).alerts());
    Event cancelled = Facts.cancelled("netflix", "2026-01-24T10:00:00Z");
    told.addAll(serving.take(cancelled).tick("2026-01-24T11:00:00Z").alerts());

    replay.take(STARTED, cancelled).tick(BEFORE).learn(told);
    replay =
        replay
            .restarted(Mode.SERVING)
            .take(Facts.reactivated("netflix", "2026-01-24T12:00:00Z"))
            .tick("2026-01-24T13:00:00Z");

    assertThat(raisedRenewals(replay.alerts()))
        .extracting(AlertRaised::revision)
        .containsExactly(1);
  }

  @Test
  void whatIsLookedAtAgainShouldNotKeepTheOthersWaiting() {
    replay.tick(BEFORE).take(startedAll()).countWritten();

    replay.tick(DUE);
    assertThat(replay.written(Projection.RECEIPTS)).as("freshness").isNotEmpty();
    int passes = replay.metrics.backlogs.size();
    replay.tick("2026-01-24T09:00:10Z").tick("2026-01-24T09:00:50Z");

    assertThat(replay.metrics.backlogs.subList(passes, replay.metrics.backlogs.size()))
        .containsOnly(0);
  }

  @Test
  void anAlertThatCannotBeReadShouldStopNothing() {
    replay.learnRaw("{".getBytes(UTF_8), new RecordHeaders());
    replay.take(STARTED).tick(DUE);

    assertThat(replay.documents(Projection.SUBSCRIPTIONS)).hasSize(1);
  }

  private static List<Event> startedAll() {
    List<Event> all = new ArrayList<>();
    for (int number = 0; number < Pipeline.LIMITS.subscriptions(); number++) {
      all.add(started(number));
    }
    return all;
  }

  private static Event started(int number) {
    return Facts.started("s" + number, "2026-01-05T10:00:00Z", "2026-01-31", "1.00");
  }

  private static List<AlertRaised> raisedRenewals(List<AlertMessage> alerts) {
    return alerts.stream()
        .filter(AlertRaised.class::isInstance)
        .map(AlertRaised.class::cast)
        .filter(alert -> Objects.equals(alert.type(), "renewal.upcoming"))
        .toList();
  }
}
