package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriptionChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a charge is told of, and what ends it. */
class RepetitionTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-01T12:00:00Z", "2026-01-31", "12.99");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aReminderIsRepeatedAsOftenAsItShould() {
    pipeline.take(STARTED, everySecondDay(Reminders.Until.ACKNOWLEDGED));

    assertThat(leadsFrom("2026-01-23", 9)).containsExactly(7, 5, 3, 1);
  }

  @Test
  void anAcknowledgementEndsRepetitionAlone() {
    pipeline.take(STARTED, everySecondDay(Reminders.Until.ACKNOWLEDGED));
    AlertRaised first = raisedAt("2026-01-24T09:00:00Z").getFirst();

    pipeline.take(acknowledged(first, "2026-01-24T10:00:00Z"));

    assertThat(leadsFrom("2026-01-25", 7)).containsExactly(1);
  }

  @Test
  void whatRunsUntilPaidDoesNotHeedAnAcknowledgementButAPayment() {
    pipeline.take(STARTED, everySecondDay(Reminders.Until.PAID));
    AlertRaised first = raisedAt("2026-01-24T09:00:00Z").getFirst();
    pipeline.take(acknowledged(first, "2026-01-24T10:00:00Z"));

    assertThat(leadsFrom("2026-01-25", 2)).containsExactly(5);
    pipeline.take(Facts.paid("netflix", "p1", "2026-01-27T10:00:00Z", "12.99"));
    assertThat(leadsFrom("2026-01-28", 4)).isEmpty();
  }

  @Test
  void whoPaysByHandIsToldOnTheDayAndWhenItIsOver() {
    pipeline.take(
        STARTED,
        changed(CollectionMode.MANUAL, null),
        Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.99"));

    assertThat(leadsFrom("2026-02-20", 12)).containsExactly(7, 1, 0, -1);
  }

  @Test
  void anImportIsSilentAboutWhatCameBeforeIt() {
    Fact fact = STARTED.fact();
    Instant received = Instant.parse("2026-01-26T00:00:00Z");
    Fact imported =
        new Fact(fact.id(), fact.time(), fact.digest(), received, Mode.BACKFILL, fact.data());
    pipeline.take(new Event(STARTED.subscriber(), STARTED.subject(), imported));

    assertThat(leadsFrom("2026-01-27", 4)).containsExactly(1);
  }

  @Test
  void whatIsOffSaysWhatWasExpectedAndWhatIsDoubledOfWhat() {
    pipeline.take(
        STARTED,
        Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "20.00"),
        Facts.paid("netflix", "p2", "2026-02-01T10:00:00Z", "20.00"));

    List<AlertRaised> alerts = raisedAt("2026-02-01T10:00:00Z");

    assertThat(alerts)
        .filteredOn(alert -> alert.type().equals("payment.unexpected"))
        .singleElement()
        .satisfies(
            alert ->
                assertThat(Facts.content(alert).expectedAmount())
                    .isEqualTo(Money.of("12.99", "EUR")));
    assertThat(alerts)
        .filteredOn(alert -> alert.type().equals("payment.duplicate"))
        .singleElement()
        .satisfies(alert -> assertThat(Facts.content(alert).duplicateOf()).isEqualTo("p1"));
  }

  private static Event everySecondDay(Reminders.Until until) {
    return changed(null, new Reminders(List.of(7, 1), new Reminders.Repeat(2, 2, until)));
  }

  private static Event changed(@Nullable CollectionMode collection, @Nullable Reminders reminders) {
    Facets facets =
        new Facets(
            null,
            null,
            null,
            null,
            null,
            null,
            collection,
            reminders,
            null,
            null,
            null,
            null,
            null);
    return AlertScenario.fact("2026-01-02T12:00:00Z", new SubscriptionChanged(facets, null));
  }

  private static Event acknowledged(AlertRaised alert, String time) {
    return Facts.event("seen", alert.id(), time, new AlertAcknowledged(alert.id()));
  }

  /** The leads of the reminders that fire at nine on so many days. */
  private List<Integer> leadsFrom(String day, int days) {
    Instant first = Instant.parse(day + "T09:00:00Z");
    return IntStream.range(0, days)
        .mapToObj(number -> raisedAt(first.plus(Duration.ofDays(number)).toString()))
        .flatMap(List::stream)
        .filter(alert -> alert.type().equals("renewal.upcoming"))
        .map(AlertRaised::lead)
        .toList();
  }

  private List<AlertRaised> raisedAt(String tick) {
    return pipeline.tick(tick).alerts().stream()
        .filter(AlertRaised.class::isInstance)
        .map(AlertRaised.class::cast)
        .toList();
  }
}
