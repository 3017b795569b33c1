package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aReminderFiresOnceAtItsTime() {
    pipeline.take(STARTED).tick("2026-01-24T08:59:59Z");
    assertThat(pipeline.alerts()).isEmpty();

    pipeline.tick("2026-01-24T09:00:00Z").tick("2026-01-24T09:00:10Z");

    assertThat(pipeline.alerts())
        .singleElement()
        .isInstanceOfSatisfying(
            AlertRaised.class,
            alert -> {
              assertThat(alert.lead()).isEqualTo(7);
              assertThat(alert.daysLeft()).isEqualTo(7);
              assertThat(alert.raisedAt()).isEqualTo("2026-01-24T09:00:00Z");
            });
  }

  @Test
  void afterAnOutageTheNewestMissedReminderTellsTheDaysTrulyLeft() {
    pipeline.take(STARTED).tick("2026-01-10T00:00:00Z").tick("2026-01-31T05:00:00Z");

    assertThat(pipeline.alerts())
        .singleElement()
        .isInstanceOfSatisfying(
            AlertRaised.class,
            alert -> {
              assertThat(alert.lead()).isEqualTo(1);
              assertThat(alert.daysLeft()).isZero();
            });
  }

  @Test
  void aSubscriptionThatComesLateIsRemindedOfAtTheNextTick() {
    pipeline.tick("2026-01-28T00:00:00Z").take(STARTED);
    assertThat(pipeline.alerts()).isEmpty();

    pipeline.tick("2026-01-28T00:00:10Z").tick("2026-01-28T00:00:20Z");

    assertThat(pipeline.alerts())
        .singleElement()
        .isInstanceOfSatisfying(
            AlertRaised.class, alert -> assertThat(alert.daysLeft()).isEqualTo(3));
  }

  @Test
  void aCancelledSubscriptionsReminderIsVoided() {
    pipeline.take(STARTED).tick("2026-01-24T09:00:00Z");
    AlertMessage raised = pipeline.alerts().getFirst();

    pipeline
        .take(Facts.cancelled("netflix", "2026-01-25T09:00:00Z"))
        .tick("2026-01-25T10:00:00Z")
        .tick("2026-01-30T10:00:00Z");

    List<AlertMessage> afterwards = pipeline.alerts();
    assertThat(afterwards.getFirst())
        .isInstanceOfSatisfying(
            AlertVoided.class, voided -> assertThat(voided.id()).isEqualTo(raised.id()));
    assertThat(types(afterwards)).containsExactly("subscription.ended");
  }

  @Test
  void whoCancelledBeforeTheOutageEndedIsNotReminded() {
    pipeline
        .take(STARTED)
        .tick("2026-01-10T00:00:00Z")
        .take(Facts.cancelled("netflix", "2026-01-25T09:00:00Z"))
        .tick("2026-01-25T10:00:00Z");

    assertThat(types(pipeline.alerts())).containsExactly("subscription.ended");
  }

  private static List<String> types(List<AlertMessage> alerts) {
    return alerts.stream()
        .filter(AlertRaised.class::isInstance)
        .map(alert -> ((AlertRaised) alert).type())
        .toList();
  }

  @Test
  void aSkewedTickFiresNothing() {
    pipeline.take(STARTED).tick("2026-01-10T00:00:00Z").countWritten();

    pipeline.tick(Instant.parse("2026-01-25T00:00:00Z"), Duration.ofHours(-3));

    assertThat(pipeline.countWritten()).isZero();
    assertThat(pipeline.metrics.ticks).endsWith(PipelineMetrics.TickOutcome.SKEWED);
  }

  @Test
  void aTickThatIsNotLaterOrNotReadableIsIgnored() {
    pipeline.tick("2026-01-10T00:00:00Z").countWritten();

    pipeline.tick("2026-01-10T00:00:00Z").tickRaw("{}".getBytes(UTF_8));

    assertThat(pipeline.countWritten()).isZero();
    assertThat(pipeline.metrics.ticks)
        .endsWith(PipelineMetrics.TickOutcome.NOT_LATER, PipelineMetrics.TickOutcome.UNREADABLE);
  }

  @Test
  void datedStateChangesOnTicks() {
    pipeline.take(STARTED).tick("2026-01-31T12:00:00Z");
    assertThat(nextRenewal()).isEqualTo("2026-01-31T00:00:00Z");

    pipeline.tick("2026-02-01T00:00:00Z");

    assertThat(nextRenewal()).isEqualTo("2026-02-28T00:00:00Z");
  }

  @Test
  void newAlertTimesCountForEverySubscription() {
    pipeline.take(STARTED).tick("2026-01-20T00:00:00Z");

    pipeline
        .take(Facts.alertsAt("2026-01-20T00:00:00Z", LocalTime.of(6, 0), 3))
        .tick("2026-01-24T09:00:00Z")
        .tick("2026-01-28T06:00:00Z");

    assertThat(pipeline.alerts())
        .singleElement()
        .isInstanceOfSatisfying(AlertRaised.class, alert -> assertThat(alert.lead()).isEqualTo(3));
  }

  @Test
  void watermarksFollowTheDocumentsTheyCover() {
    pipeline.take(STARTED).tick("2026-01-24T09:00:00Z");

    for (Projection projection : Projection.values()) {
      BsonDocument last = pipeline.written(projection).getLast();
      assertThat(last.getString("_id").getValue()).isEqualTo(projection.collection() + "|0");
      assertThat(last.getInt64("offset").getValue()).isZero();
      assertThat(last.getDateTime("tick").getValue())
          .isEqualTo(Instant.parse("2026-01-24T09:00:00Z").toEpochMilli());
    }
  }

  @Test
  void aPassThatIsFullGoesOnByItselfAndTellsFreshnessAtItsEnd() {
    List<Event> many = new ArrayList<>();
    for (int number = 0; number < Pipeline.LIMITS.pass() + 2; number++) {
      many.add(Facts.started("s" + number, "2026-01-05T10:00:00Z", "2026-01-31", "1.00"));
    }
    pipeline.take(many).countWritten();

    pipeline.tick("2026-01-24T09:00:05Z");

    assertThat(pipeline.alerts()).hasSize(many.size());
    assertThat(pipeline.metrics.backlogs).containsExactly(2, 0);
    assertThat(pipeline.metrics.lags).containsExactly(Duration.ofSeconds(5), Duration.ZERO);
    assertThat(pipeline.metrics.done).hasSize(many.size());
    assertThat(pipeline.written(Projection.RECEIPTS)).hasSize(1);
  }

  private String nextRenewal() {
    BsonDocument subscription = pipeline.document(Projection.SUBSCRIPTIONS, "acme|alice|netflix");
    long dueOn = subscription.getDocument("nextRenewal").getDateTime("dueOn").getValue();
    return Instant.ofEpochMilli(dueOn).toString();
  }
}
