package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.alertsAt;
import static dev.perennial.domain.Facts.collected;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.paidFor;
import static dev.perennial.domain.Facts.reminding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.Reminders.Repeat;
import dev.perennial.domain.event.Reminders.Until;
import dev.perennial.domain.event.SubscriptionCancelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reminders that come again until something ends them, and those of who pays by hand. */
class RepeatedRemindersTest {

  private final Ticked told = new Ticked();

  private void reminded(@Nullable List<Integer> leads, int every, int most, Until until) {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", reminding(new Reminders(leads, new Repeat(every, most, until))));
  }

  @Test
  void aRepetitionIsCountedBackFromTheLargestLeadAndEndsWithTheDay() {
    reminded(List.of(7, 1), 3, 10, Until.ACKNOWLEDGED);

    assertThat(leadsFrom("2025-02-18", 16)).containsExactly(7, 4, 1);
  }

  @Test
  void itMayRepeatTheDefaultsAndReachesTheDayItself() {
    reminded(null, 7, 1, Until.ACKNOWLEDGED);

    assertThat(leadsFrom("2025-02-18", 16)).containsExactly(7, 1, 0);
    assertThat(told.scheduled("2025-02-27T12:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 0 at 2025-02-28T09:00:00Z");
  }

  @Test
  void ofRepeatedLeadsThatWereMissedTheNewestFires() {
    reminded(List.of(7, 1), 2, 2, Until.ACKNOWLEDGED);

    assertThat(told.tick("2025-02-26T08:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 3/2 12.99");
    assertThat(told.tick("2025-02-26T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-02-27T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 1/1 12.99");
  }

  @Test
  void whereLeadsAreEmptyNothingIsRepeated() {
    reminded(List.of(), 2, 2, Until.CANCELLED);
    told.add("2025-01-03", collected(CollectionMode.MANUAL, null));
    told.add("2025-01-31", paid("p1", "12.99"));

    assertThat(leadsFrom("2025-02-18", 16)).isEmpty();
  }

  @Test
  void anAcknowledgementEndsTheRepetitionAlone() {
    reminded(List.of(7, 1), 2, 2, Until.ACKNOWLEDGED);
    told.tick("2025-02-21T09:00:00Z");
    told.acknowledge(told.last().id());

    assertThat(leadsFrom("2025-02-22", 12)).containsExactly(1);
    assertThat(leadsFrom("2025-03-20", 16)).containsExactly(7, 5, 3, 1);
  }

  @Test
  void whoAcknowledgedTheRepetitionIsNotToldAnOlderLead() {
    reminded(List.of(7, 1), 2, 2, Until.ACKNOWLEDGED);
    told.tick("2025-02-23T09:00:00Z");
    assertThat(told.last().lead()).isEqualTo(5);
    told.acknowledge(told.last().id());

    assertThat(told.tick("2025-02-23T10:00:00Z")).isEmpty();
    assertThat(told.tick("2025-02-25T09:00:00Z")).isEmpty();
  }

  @Test
  void anEarlierRevisionIsAcknowledgedToo() {
    reminded(List.of(7, 1), 2, 2, Until.ACKNOWLEDGED);
    told.tick("2025-02-21T09:00:00Z");
    String first = told.last().id();
    told.snooze(first, "2025-02-22");
    assertThat(told.tick("2025-02-22T09:00:00Z")).hasSize(1);
    assertThat(told.last().id()).isNotEqualTo(first);
    told.acknowledge(first);

    assertThat(leadsFrom("2025-02-22", 12)).containsExactly(1);
  }

  @Test
  void untilPaidNoAcknowledgementEndsIt() {
    reminded(List.of(7, 1), 2, 2, Until.PAID);
    told.tick("2025-02-21T09:00:00Z");
    told.acknowledge(told.last().id());
    assertThat(told.tick("2025-02-23T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 5/5 12.99");
    told.add("2025-02-24", paid("p1", "12.99"));

    assertThat(leadsFrom("2025-02-24", 10)).isEmpty();
  }

  @Test
  void untilCancelledNoPaymentEndsIt() {
    reminded(List.of(7, 1), 2, 2, Until.CANCELLED);
    told.add("2025-02-18", paidFor("2025-02-28", "p1", "12.99"));
    told.tick("2025-02-21T09:00:00Z");
    told.acknowledge(told.last().id());
    assertThat(leadsFrom("2025-02-22", 4)).containsExactly(5, 3);
    assertThat(told.scheduled("2025-02-25T12:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 1 at 2025-02-27T09:00:00Z");
    told.add("2025-02-26", new SubscriptionCancelled(Ticked.day("2025-02-26"), false));

    assertThat(leadsFrom("2025-02-27", 5)).isEmpty();
  }

  @Test
  void whoPaysByHandIsToldOnTheDayAndWhenItIsOverdue() {
    byHand();
    told.add("2025-01-31", paid("p1", "12.99"));

    assertThat(leadsFrom("2025-02-18", 16)).containsExactly(7, 1, 0, -1);
    assertThat(told.last().fireAt()).isEqualTo("2025-03-01T09:00:00Z");
    assertThat(told.last().daysLeft()).isZero();
  }

  @Test
  void whatIsOverdueIsToldForSixDaysAfterItsOwnDay() {
    byHand();
    told.add("2025-01-31", paid("p1", "12.99"));

    assertThat(told.tick("2025-03-01T08:59:59Z")).isEmpty();
    assertThat(told.tick("2025-03-07T23:59:59Z"))
        .containsExactly("renewal.upcoming 2025-02-28 -1/0 12.99");
    told.forgetWhatWasSaid();
    assertThat(told.tick("2025-03-08T00:00:00Z")).isEmpty();
  }

  @Test
  void nothingIsOverdueWhereNoPaymentIsReported() {
    byHand();
    told.add("2025-02-28", paidFor("2025-03-31", "p1", "12.99"));

    assertThat(leadsFrom("2025-02-18", 16)).containsExactly(7, 1, 0);
    assertThat(told.nextMoment("2025-02-28T13:00:00Z"))
        .contains(Instant.parse("2025-04-23T09:00:00Z"));
  }

  @Test
  void whatIsOverdueIsNotTheNextAlertButATickLooksForIt() {
    byHand();
    told.add("2025-01-31", paid("p1", "12.99"));

    assertThat(told.scheduled("2025-02-28T09:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-03-31 7 at 2025-03-24T09:00:00Z");
    assertThat(told.nextMoment("2025-02-28T09:00:00Z"))
        .contains(Instant.parse("2025-03-01T09:00:00Z"));
    assertThat(told.nextMoment("2025-03-01T09:00:00Z"))
        .contains(Instant.parse("2025-03-24T09:00:00Z"));
  }

  @Test
  void whoPaysByHandMayBeRemindedForLong() {
    reminded(List.of(7, 1), 5, 4, Until.ACKNOWLEDGED);
    told.add("2025-01-03", collected(CollectionMode.MANUAL, null));
    told.add("2025-01-31", paid("p1", "12.99"));

    assertThat(leadsFrom("2025-02-18", 27)).containsExactly(7, 2, 1, 0, -1, -3, -8, -13);
  }

  @Test
  void anAcknowledgementBeforeTheDueDayEndsARepetitionBehindIt() {
    reminded(List.of(7, 1), 5, 4, Until.ACKNOWLEDGED);
    told.add("2025-01-03", collected(CollectionMode.MANUAL, null));
    told.add("2025-01-31", paid("p1", "12.99"));
    told.tick("2025-02-21T09:00:00Z");
    told.acknowledge(told.last().id());

    assertThat(leadsFrom("2025-02-22", 23)).containsExactly(1, 0, -1);
  }

  @Test
  void whatIsOverdueAndPaidIsOver() {
    byHand();
    told.add("2025-01-31", paid("p1", "12.99"));
    told.tick("2025-03-01T09:00:00Z");
    told.add("2025-03-02", paid("p2", "12.99"));

    assertThat(told.tick("2025-03-02T13:00:00Z")).isEmpty();
  }

  @Test
  void noLeadsMeanNoneByHandEither() {
    told.belongsTo(alertsAt("UTC", "09:00"));
    byHand();
    told.add("2025-01-31", paid("p1", "12.99"));

    assertThat(leadsFrom("2025-02-18", 16)).isEmpty();
  }

  private void byHand() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-01-01", collected(CollectionMode.MANUAL, null));
  }

  /** The leads that are told at nine in the morning, on so many days. */
  private List<Integer> leadsFrom(String first, int days) {
    List<Integer> leads = new ArrayList<>();
    LocalDate day = LocalDate.parse(first);
    for (int i = 0; i < days; i++) {
      told.alerts(day.plusDays(i) + "T09:00:00Z").raised().stream()
          .filter(alert -> alert.type() == AlertType.RENEWAL_UPCOMING)
          .map(AlertRaised::lead)
          .forEach(leads::add);
    }
    return leads;
  }
}
