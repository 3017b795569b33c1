package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.alertsAt;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.remindersAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

  private static final Fact START =
      at("2025-01-10T12:00:00Z", "start", monthly("2025-01-31", "12.99"));

  private final List<Fact> facts = new ArrayList<>(List.of(START));
  private Subscriber subscriber = Subscriber.of(List.of());
  private RaisedAlerts memory = RaisedAlerts.none();

  @Test
  void anAlertIsRaisedOnceAtItsMoment() {
    assertThat(tick("2025-01-24T08:59:59Z").raised()).isEmpty();

    List<AlertRaised> raised = tick("2025-01-24T09:00:00Z").raised();

    assertThat(raised).hasSize(1);
    assertThat(raised.getFirst().lead()).isEqualTo(7);
    assertThat(raised.getFirst().daysLeft()).isEqualTo(7);
    assertThat(Ticked.content(raised.getFirst()).amount().value()).hasToString("12.99");
    assertThat(tick("2025-01-24T09:00:01Z").raised()).isEmpty();
  }

  @Test
  void afterAnOutageOnlyTheNewestMissedLeadFiresWithTheTrueDaysLeft() {
    subscriber =
        Subscriber.of(List.of(at("2025-01-01T00:00:00Z", "u", alertsAt("UTC", "09:00", 7, 3, 0))));

    assertThat(tick("2025-01-27T10:00:00Z").raised())
        .extracting(AlertRaised::lead, AlertRaised::daysLeft)
        .containsExactly(tuple(7, 4));
    assertThat(tick("2025-01-28T10:00:00Z").raised())
        .extracting(AlertRaised::daysLeft)
        .containsExactly(3);
    assertThat(tick("2025-01-31T10:00:00Z").raised())
        .extracting(AlertRaised::daysLeft)
        .containsExactly(0);
  }

  @Test
  void nothingFiresOnceTheDueDayHasEnded() {
    facts.add(at("2025-01-20T00:00:00Z", "r", remindersAt(1)));

    assertThat(tick("2025-02-01T00:00:00Z").raised()).isEmpty();
  }

  @Test
  void whoCancelledYesterdayIsNotRemindedTodayAndAStandingAlertIsVoided() {
    String id = tick("2025-01-24T09:00:00Z").raised().getFirst().id();
    facts.add(at("2025-01-25T10:00:00Z", "cancel", new SubscriptionCancelled(null, false)));

    Alerts afterwards = tick("2025-01-30T09:00:00Z");

    assertThat(afterwards.raised())
        .extracting(AlertRaised::type)
        .containsExactly(AlertType.SUBSCRIPTION_ENDED);
    assertThat(afterwards.voided()).containsExactly(id);
    assertThat(tick("2025-01-30T09:00:01Z").voided()).isEmpty();
  }

  @Test
  void whatIsVoidedTogetherComesInOrder() {
    subscriber =
        Subscriber.of(
            List.of(at("2025-01-01T00:00:00Z", "u", alertsAt("UTC", "09:00", 220, 10, 3))));
    List<AlertRaised> raised = tick("2025-01-24T09:00:00Z").raised();
    facts.add(at("2025-01-25T10:00:00Z", "cancel", new SubscriptionCancelled(null, false)));

    assertThat(raised).hasSizeGreaterThan(5);
    assertThat(tick("2025-01-25T11:00:00Z").voided())
        .isEqualTo(raised.stream().map(AlertRaised::id).sorted().toList());
  }

  @Test
  void anAlertThatHoldsAgainIsANewRevisionWithAnIdOfItsOwn() {
    String first = tick("2025-01-24T09:00:00Z").raised().getFirst().id();
    facts.add(at("2025-01-25T10:00:00Z", "cancel", new SubscriptionCancelled(null, false)));
    tick("2025-01-25T11:00:00Z");
    facts.add(at("2025-01-26T10:00:00Z", "back", new SubscriptionReactivated()));

    AlertRaised again = tick("2025-01-26T11:00:00Z").raised().getFirst();

    assertThat(again.revision()).isEqualTo(1);
    assertThat(again.id()).isNotEqualTo(first);
    assertThat(again.daysLeft()).isEqualTo(5);
  }

  @Test
  void noLeadsMeanNoAlerts() {
    facts.add(at("2025-01-20T00:00:00Z", "r", remindersAt()));

    assertThat(tick("2025-01-30T09:00:00Z").raised()).isEmpty();
  }

  @Test
  void whatIsUnknownRaisesNothing() {
    facts.clear();

    assertThat(tick("2025-01-30T09:00:00Z").raised()).isEmpty();
  }

  @Test
  void passedDueDatesAreForgotten() {
    tick("2025-01-24T09:00:00Z");

    assertThat(tick("2025-02-11T09:00:00Z").next()).isNotEqualTo(RaisedAlerts.none());
    assertThat(tick("2025-02-12T09:00:00Z").next()).isEqualTo(RaisedAlerts.none());
  }

  /** RFC 5545 section 3.3.5. */
  @Test
  void anAlertInAGapFiresAfterItAndInAnOverlapAtTheFirstTime() {
    started("2007-03-11");
    livingIn("America/New_York", "02:30", 0);
    assertThat(scheduled("2007-03-10T12:00:00Z").fireAt()).isEqualTo("2007-03-11T07:30:00Z");

    started("2007-11-04");
    livingIn("America/New_York", "01:30", 0);
    assertThat(scheduled("2007-11-03T12:00:00Z").fireAt()).isEqualTo("2007-11-04T05:30:00Z");
  }

  @Test
  void nineInTheMorningIsNineOnBothSidesOfTheChange() {
    started("2026-03-08");
    livingIn("America/New_York", "09:00", 1, 0);

    assertThat(scheduled("2026-03-06T12:00:00Z"))
        .isEqualTo(renewal("2026-03-07T14:00:00Z", "2026-03-08", 1));
    assertThat(scheduled("2026-03-07T14:00:00Z"))
        .isEqualTo(renewal("2026-03-08T13:00:00Z", "2026-03-08", 0));
  }

  private void started(String anchor) {
    facts.clear();
    facts.add(at(anchor.substring(0, 4) + "-01-01T12:00:00Z", "s", monthly(anchor, "9.99")));
  }

  private void livingIn(String zone, String time, Integer... leads) {
    subscriber =
        Subscriber.of(List.of(at("2007-01-01T00:00:00Z", "u", alertsAt(zone, time, leads))));
  }

  private ScheduledAlert scheduled(String instant) {
    Instant now = Instant.parse(instant);
    SubscriptionView view = Derivation.derive(NETFLIX, FactLog.of(facts), subscriber, now);
    return Alerts.scheduled(view, subscriber, now).orElseThrow();
  }

  private static ScheduledAlert renewal(String fireAt, String dueOn, int lead) {
    return new ScheduledAlert(
        AlertType.RENEWAL_UPCOMING, Instant.parse(fireAt), LocalDate.parse(dueOn), lead);
  }

  private Alerts tick(String instant) {
    Instant tick = Instant.parse(instant);
    SubscriptionView view = Derivation.derive(NETFLIX, FactLog.of(facts), subscriber, tick);
    Alerts reminders = Alerts.at(view, subscriber, memory, tick);
    memory = reminders.next();
    return reminders;
  }
}
