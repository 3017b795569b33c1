package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.priceFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionCancelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Price changes, and when which alert comes. */
class PriceAndTimingTest {

  private final Ticked told = new Ticked();

  @Test
  void aPriceThatChangesIsToldAWeekBeforeWithBothPrices() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", "rise", priceFrom("14.99", "2025-06-10"));

    assertThat(told.tick("2025-06-03T09:00:00Z"))
        .containsExactly("price.changed 2025-06-10 7/7 14.99 was 12.99");
    assertThat(told.tick("2025-06-10T09:00:00Z")).isEmpty();
  }

  @Test
  void aPriceChangeThatIsToldOfLateIsCaughtUpForSixDays() {
    told.add("2025-01-01", "s", monthly("2025-01-15", "12.99"));
    told.add("2025-06-16", "rise", priceFrom("14.99", "2025-06-10"));

    assertThat(told.tick("2025-06-16T23:00:00Z"))
        .containsExactly("price.changed 2025-06-10 7/0 14.99 was 12.99");

    told.forgetWhatWasSaid();
    assertThat(told.tick("2025-06-17T00:00:00Z")).isEmpty();
  }

  @Test
  void aPriceChangeThatIsWithdrawnIsVoidedAndAnotherAmountIsToldAnew() {
    told.add("2025-01-01", "s", monthly("2025-01-15", "12.99"));
    told.add("2025-01-02", "rise", priceFrom("14.99", "2025-06-10"));
    told.tick("2025-06-03T09:00:00Z");
    told.add("2025-06-03", "more", priceFrom("16.99", "2025-06-10"));

    assertThat(told.tick("2025-06-04T09:00:00Z"))
        .containsExactly("voided", "price.changed 2025-06-10 7/6 16.99 was 12.99");

    told.add("2025-06-05", "sorry", new ChangeWithdrawn("more"));
    told.add("2025-06-05", "sorry-too", new ChangeWithdrawn("rise"));
    assertThat(told.tick("2025-06-05T13:00:00Z")).containsExactly("voided");
  }

  @Test
  void aPriceThatNobodyWillPayIsNotTold() {
    told.add("2025-01-01", "s", monthly("2025-01-15", "12.99"));
    told.add("2025-01-02", "rise", priceFrom("14.99", "2025-06-10"));
    told.add("2025-01-03", "c", new SubscriptionCancelled(Ticked.day("2025-06-01"), false));

    assertThat(told.tick("2025-05-31T12:00:00Z")).isEmpty();
    assertThat(told.tick("2025-06-05T12:00:00Z"))
        .containsExactly("subscription.ended 2025-06-01 0/0 12.99");
  }

  @Test
  void leadsAreASubscribersOwnByType() {
    told.belongsTo(
        new SubscriberUpdated(
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of("price.changed", List.of(30), "renewal.upcoming", List.of()),
            Map.of("price.changed", List.of("phone")),
            null));
    told.add("2025-01-01", "s", monthly("2025-01-15", "12.99"));
    told.add("2025-01-02", "rise", priceFrom("14.99", "2025-06-10"));

    Alerts alerts = told.alerts("2025-05-11T09:00:00Z");

    assertThat(alerts.raised()).extracting(AlertRaised::lead).containsExactly(30);
    assertThat(alerts.raised().getFirst().routing()).contains(List.of("phone"));
    assertThat(told.tick("2025-06-14T09:00:00Z")).isEmpty();
  }

  @Test
  void theSoonestOfAllTypesIsScheduled() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", "n", Ticked.noticeOf(10, PeriodUnit.DAY));
    told.add("2025-01-02", "rise", priceFrom("14.99", "2025-02-20"));

    assertThat(told.scheduled("2025-02-10T12:00:00Z"))
        .isEqualTo("cancellation.deadline 2025-02-18 7 at 2025-02-11T09:00:00Z");
    assertThat(told.scheduled("2025-02-11T09:00:00Z"))
        .isEqualTo("price.changed 2025-02-20 7 at 2025-02-13T09:00:00Z");
    assertThat(told.scheduled("2025-02-13T09:00:00Z"))
        .isEqualTo("cancellation.deadline 2025-02-18 1 at 2025-02-17T09:00:00Z");
    assertThat(told.scheduled("2025-02-20T09:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 7 at 2025-02-21T09:00:00Z");
  }

  @Test
  void aFailureThatTheClockHasNotReachedIsTheNextMoment() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", "f", failed("p1", "12.99"));

    assertThat(told.nextMoment("2025-02-10T11:59:00Z"))
        .contains(Instant.parse("2025-02-10T12:00:00Z"));
    assertThat(told.nextMoment("2025-02-10T12:00:00Z"))
        .contains(Instant.parse("2025-02-21T09:00:00Z"));
  }

  @Test
  void theEndIsScheduledWhereNothingElseIs() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-02", "c", new SubscriptionCancelled(Ticked.day("2025-02-20"), false));

    assertThat(told.scheduled("2025-02-03T12:00:00Z"))
        .isEqualTo("subscription.ended 2025-02-20 0 at 2025-02-20T09:00:00Z");
  }

  @Test
  void theSameAlertsComeWhateverIsAskedInBetween() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", "n", Ticked.noticeOf(10, PeriodUnit.DAY));
    List<String> hourly = new ArrayList<>();
    for (Instant now = Instant.parse("2025-01-22T00:30:00Z");
        now.isBefore(Instant.parse("2025-05-20T00:00:00Z"));
        now = now.plusSeconds(3_600)) {
      hourly.addAll(told.tick(now.toString()));
    }
    told.forgetWhatWasSaid();
    List<String> daily = new ArrayList<>();
    for (Instant now = Instant.parse("2025-01-22T23:30:00Z");
        now.isBefore(Instant.parse("2025-05-20T00:00:00Z"));
        now = now.plusSeconds(86_400)) {
      daily.addAll(told.tick(now.toString()));
    }

    assertThat(hourly).hasSizeGreaterThan(10).isEqualTo(daily);
  }
}
