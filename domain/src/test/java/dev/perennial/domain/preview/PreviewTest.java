package dev.perennial.domain.preview;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.alertsAt;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.priceFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionDeleted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTest {

  private static final Instant FROM = Instant.parse("2025-02-01T00:00:00Z");

  private final List<Event> events = new ArrayList<>();

  @Test
  void itListsWhatIsDueWhatIsToldAndWhatWasSpent() {
    told("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    told("netflix", "2025-01-31T12:00:00Z", "p", paid("p1", "12.99"));
    told("netflix", "2025-01-31T13:00:00Z", "rise", priceFrom("14.99", "2025-03-10"));
    told("alice", "2025-01-01T12:00:00Z", "u", alertsAt("Pacific/Auckland", "09:00", 7));

    Preview preview = Preview.of(events, FROM, 60);

    assertThat(preview.subscriptions()).hasSize(1);
    SubscriptionPreview netflix = preview.subscriptions().getFirst();
    assertThat(netflix.charges())
        .extracting(charge -> charge.dueOn() + " " + charge.amount().value())
        .containsExactly("2025-02-28 12.99", "2025-03-31 14.99");
    assertThat(netflix.alerts())
        .extracting(alert -> alert.type().wireName() + " " + alert.raisedAt())
        .containsExactly(
            "renewal.upcoming 2025-02-20T20:00:00Z",
            "price.changed 2025-03-02T20:00:00Z",
            "payment.missing 2025-03-04T20:00:00Z",
            "renewal.upcoming 2025-03-23T20:00:00Z");
    assertThat(preview.totals().get(NETFLIX.subscriber())).containsKey(YearMonth.of(2025, 2));
  }

  @Test
  void whatIsLateIsToldAtOnce() {
    told("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-02-03", "12.99"));

    assertThat(Preview.of(events, FROM, 3).subscriptions().getFirst().alerts())
        .extracting(alert -> alert.raisedAt() + " " + alert.daysLeft())
        .containsExactly("2025-02-01T00:00:00Z 2", "2025-02-02T09:00:00Z 1");
  }

  @Test
  void nothingIsDueBehindTheEndAndTheEndIsTold() {
    told("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    told("netflix", "2025-01-20T12:00:00Z", "c", new SubscriptionCancelled(null, true));

    SubscriptionPreview netflix = Preview.of(events, FROM, 90).subscriptions().getFirst();

    assertThat(netflix.charges()).isEmpty();
    assertThat(netflix.alerts())
        .extracting(alert -> alert.type().wireName())
        .containsExactly("subscription.ended");
  }

  @Test
  void whatWasErasedIsNotInIt() {
    told("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    told("spotify", "2025-01-10T12:00:00Z", "other", monthly("2025-02-03", "9.99"));
    told("netflix", "2025-01-31T12:00:00Z", "p", paid("p1", "12.99"));
    told("netflix", "2025-01-31T12:00:00Z", "gone", new SubscriptionDeleted());
    told("alice", "2025-01-01T12:00:00Z", "u", alertsAt("UTC", "08:00", 1));

    Preview preview = Preview.of(events, FROM, 20);

    assertThat(preview.totals()).isEmpty();
    assertThat(preview.subscriptions())
        .extracting(subscription -> subscription.key().subscriptionId())
        .containsExactly("spotify");
    assertThat(preview.subscriptions().getFirst().alerts())
        .extracting(alert -> alert.raisedAt().toString())
        .containsExactly("2025-02-02T08:00:00Z");

    told("alice", "2025-01-20T12:00:00Z", "all", new SubscriberDeleted());
    assertThat(Preview.of(events, FROM, 20).subscriptions()).isEmpty();
  }

  @Test
  void whatIsSnoozedIsToldAgain() {
    told("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-02-08", "12.99"));
    String first = Preview.of(events, FROM, 2).subscriptions().getFirst().alerts().getFirst().id();
    told(
        first, "2025-02-01T12:00:00Z", "z", new AlertSnoozed(first, LocalDate.parse("2025-02-04")));

    assertThat(Preview.of(events, FROM, 10).subscriptions().getFirst().alerts())
        .extracting(alert -> alert.raisedAt() + " " + alert.lead())
        .containsExactly(
            "2025-02-01T09:00:00Z 7", "2025-02-04T09:00:00Z 7", "2025-02-07T09:00:00Z 1");
  }

  @Test
  void theLastDayOfTheSpanBelongsToIt() {
    told("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));

    assertThat(Preview.of(events, FROM, 27).subscriptions().getFirst().charges())
        .extracting(Charge::dueOn)
        .containsExactly(LocalDate.parse("2025-02-28"));
    assertThat(Preview.of(events, FROM, 26).subscriptions().getFirst().charges()).isEmpty();
  }

  @Test
  void itLooksAheadForAYearAndALittleMore() {
    assertThat(Preview.of(List.of(), FROM, 400).subscriptions()).isEmpty();
    assertThatThrownBy(() -> Preview.of(List.of(), FROM, 401))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Preview.of(List.of(), FROM, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void subscriptionsAreWorkedOutOneByOneWhereTheTimeIsBounded() {
    told("netflix", "2025-01-10T12:00:00Z", "s", monthly("2025-01-31", "12.99"));
    told("disney", "2025-01-10T12:00:00Z", "d", monthly("2025-01-31", "9.99"));
    List<String> begun = new ArrayList<>();

    Preview.subscriptions(events, FROM, 60)
        .takeWhile(each -> begun.add(each.key().subscriptionId()) && begun.isEmpty())
        .forEach(each -> {});

    assertThat(begun).containsExactly("netflix");
    assertThat(Preview.of(Preview.subscriptions(events, FROM, 60).toList()).subscriptions())
        .extracting(each -> each.key().subscriptionId())
        .containsExactly("netflix", "disney");
  }

  private void told(String subject, String time, String id, EventData data) {
    events.add(new Event(NETFLIX.subscriber(), subject, at(time, id, data)));
  }
}
