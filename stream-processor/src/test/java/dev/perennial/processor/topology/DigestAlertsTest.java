package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.TenantUpdated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Digests through the topology: 5 January 2026 is a Monday. */
class DigestAlertsTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-01T10:00:00Z", "2026-01-07", "12.00");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-01T12:00:00Z", "12.00");
  private static final Event WEEKLY = Wishes.digest("2026-01-01T00:00:00Z", "digest.weekly", 0);
  private static final String MONDAY = "2026-01-05T09:00:00Z";

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aDigestIsToldAtItsMomentAndOnce() {
    pipeline.take(WEEKLY, STARTED, PAID).tick("2026-01-05T08:59:59Z");
    assertThat(said()).isEmpty();

    pipeline.tick(MONDAY);
    AlertRaised alert = (AlertRaised) ownAlerts().getFirst();
    var digest = ((AlertContent.OfDigest) alert.content()).digest();
    assertThat(digest.due()).containsExactly(Money.of("12.00", "EUR"));
    assertThat(digest.spent()).containsExactly(Money.of("12.00", "EUR"));
    assertThat(digest.charges())
        .extracting(charge -> charge.subscriptionId() + " " + charge.dueOn())
        .containsExactly("netflix 2026-01-07");
    pipeline.tick("2026-01-05T09:00:10Z");
    assertThat(said()).isEmpty();

    pipeline.tick("2026-01-12T09:00:00Z").tick("2026-02-02T09:00:00Z");
    assertThat(said()).containsExactly("digest.weekly 2026-02-02");
  }

  @Test
  void aDigestIsCaughtUpUntilItsDayIsOverAndNotWhileTheClockJumps() {
    pipeline.take(WEEKLY, STARTED).tick("2026-01-04T00:00:00Z");
    pipeline.tick(Instant.parse(MONDAY), Duration.ofDays(1));
    assertThat(said()).isEmpty();

    pipeline.tick("2026-01-05T23:59:59Z");
    assertThat(said()).containsExactly("digest.weekly 2026-01-05");
  }

  @Test
  void whatFallsDueLaterOnItsDayMakesADigestAfterAll() {
    pipeline.take(WEEKLY).tick(MONDAY);
    assertThat(said()).isEmpty();

    pipeline.take(STARTED).tick("2026-01-05T12:00:00Z");
    assertThat(said()).contains("digest.weekly 2026-01-05");
  }

  @Test
  void aDigestIsWithdrawnByNothing() {
    pipeline.take(WEEKLY, STARTED).tick(MONDAY);
    String digest = ownAlerts().getFirst().id();

    pipeline
        .take(
            Facts.cancelled("netflix", "2026-01-05T10:00:00Z"),
            Wishes.digest("2026-01-05T10:00:00Z", "digest.weekly"))
        .tick("2026-01-05T12:00:00Z");
    assertThat(pipeline.alerts()).extracting(AlertMessage::id).doesNotContain(digest);
  }

  @Test
  void aDigestThatMissedItsHourWaitsForTheEndOfQuietHours() {
    pipeline
        .take(WEEKLY, Wishes.quiet("2026-01-01T00:00:01Z", "10:00", "12:00"), STARTED)
        .tick("2026-01-04T00:00:00Z")
        .tick("2026-01-05T11:00:00Z");
    assertThat(said()).isEmpty();

    pipeline.tick("2026-01-05T12:00:00Z");
    assertThat(said()).containsExactly("digest.weekly 2026-01-05");
  }

  @Test
  void whatATenantWantsItsSubscribersAreTold() {
    pipeline.take(STARTED).tick("2026-01-02T00:00:00Z");
    pipeline.publish(
        References.tenant(
            "weekly",
            "2026-01-02T00:00:00Z",
            new TenantUpdated(null, null, Map.of("digest.weekly", List.of(2)), null)));

    pipeline.tick("2026-01-02T00:00:10Z").tick("2026-01-03T09:00:00Z");
    assertThat(said()).containsExactly("digest.weekly 2026-01-05");
  }

  /** A transaction must not hold all digests of a Monday morning. */
  @Test
  void digestsOfManySubscriptionsTakeSeveralTurnsOfOneTick() {
    for (String subscriber : List.of("a", "b", "c")) {
      pipeline.take(of(subscriber, subscriber, WEEKLY));
      for (String id : List.of("s1", "s2", "s3", "s4")) {
        Event started = Facts.started(id, "2026-01-01T10:00:00Z", "2026-01-07", "1.00");
        pipeline.take(of(subscriber, id, started));
      }
    }
    pipeline.tick("2026-01-05T08:00:00Z").alerts();
    int turns = pipeline.metrics.backlogs.size();

    pipeline.tick(MONDAY);

    assertThat(ownAlerts())
        .map(alert -> ((AlertRaised) alert).raisedAt().toString())
        .containsExactly(MONDAY, MONDAY, MONDAY);
    assertThat(pipeline.metrics.backlogs.size() - turns).isEqualTo(2);
  }

  private static Event of(String subscriber, String subject, Event event) {
    return new Event(new SubscriberKey("acme", subscriber), subject, event.fact());
  }

  @Test
  void leadsThatChangeMoveTheMoment() {
    pipeline.take(WEEKLY, STARTED).tick("2026-01-02T00:00:00Z");
    pipeline
        .take(Wishes.digest("2026-01-02T00:00:01Z", "digest.weekly", 1))
        .tick("2026-01-02T00:00:10Z")
        .tick("2026-01-04T09:00:00Z");

    assertThat(said()).containsExactly("digest.weekly 2026-01-05");
  }

  private List<String> said() {
    return Said.inWords(pipeline.alerts());
  }

  /** What was said since the last look. */
  private List<AlertMessage> ownAlerts() {
    return Said.own(pipeline.alerts());
  }
}
