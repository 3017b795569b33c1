package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.livesIn;
import static dev.perennial.domain.Facts.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriberUpdated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriberTest {

  private static final SubscriberUpdated PREFERENCES =
      new SubscriberUpdated(
          null,
          Locale.GERMANY,
          null,
          null,
          LocalTime.of(7, 30),
          null,
          Map.of("renewal.upcoming", List.of(3)),
          Map.of("renewal.upcoming", List.of("phone")),
          null);

  @Test
  void whoHasSaidNothingHasDefaults() {
    Subscriber subscriber = Subscriber.of(List.of());

    assertThat(subscriber.currentZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(subscriber.alertTime()).isEqualTo("09:00");
    assertThat(subscriber.locale()).isEmpty();
    assertThat(subscriber.leads("renewal.upcoming")).isEmpty();
    assertThat(subscriber.routing("renewal.upcoming")).isEmpty();
  }

  @Test
  void whatALaterUpdateDoesNotSayStays() {
    Subscriber subscriber =
        Subscriber.of(
            List.of(
                at("2025-01-01T00:00:00Z", "1", PREFERENCES),
                at("2025-01-02T00:00:00Z", "2", livesIn("Europe/Vienna"))));

    assertThat(subscriber.currentZone()).hasToString("Europe/Vienna");
    assertThat(subscriber.alertTime()).isEqualTo("07:30");
    assertThat(subscriber.locale()).contains(Locale.GERMANY);
    assertThat(subscriber.leads("renewal.upcoming")).contains(List.of(3));
    assertThat(subscriber.routing("renewal.upcoming")).contains(List.of("phone"));
    assertThat(subscriber.routing("price.raised")).isEmpty();
  }

  @Test
  void theZoneIsThatOfTheMoment() {
    Subscriber subscriber =
        Subscriber.of(
            List.of(
                at("2025-01-01T00:00:00Z", "1", livesIn("Europe/Vienna")),
                at("2025-02-15T00:00:00Z", "2", livesIn("Pacific/Auckland"))));

    assertThat(subscriber.zoneAt(Instant.parse("2024-06-01T00:00:00Z")))
        .hasToString("Europe/Vienna");
    assertThat(subscriber.zoneAt(Instant.parse("2025-02-14T23:59:59Z")))
        .hasToString("Europe/Vienna");
    assertThat(subscriber.zoneAt(Instant.parse("2025-02-15T00:00:00Z")))
        .hasToString("Pacific/Auckland");
    assertThat(subscriber.dayOf(Instant.parse("2025-02-15T12:00:00Z"))).isEqualTo("2025-02-16");
    assertThat(subscriber.today(Instant.parse("2025-01-15T12:00:00Z"))).isEqualTo("2025-01-16");
  }

  @Test
  void ofSeveralAnswersToOneAlertTheLastSnoozeCountsAndAnAcknowledgementStays() {
    Subscriber subscriber =
        Subscriber.of(
            List.of(
                at("2025-01-03T00:00:00Z", "3", snoozed("a", "2025-01-10")),
                at("2025-01-01T00:00:00Z", "1", new AlertAcknowledged("a")),
                at("2025-01-02T00:00:00Z", "2", snoozed("a", "2025-01-20")),
                at("2025-01-02T00:00:00Z", "4", snoozed("b", "2025-01-20"))));

    assertThat(subscriber.snoozedUntil("a")).contains(LocalDate.parse("2025-01-10"));
    assertThat(subscriber.snoozedUntil("b")).contains(LocalDate.parse("2025-01-20"));
    assertThat(subscriber.snoozedUntil("c")).isEmpty();
    assertThat(subscriber.hasAcknowledged("a")).isTrue();
    assertThat(subscriber.hasAcknowledged("b")).isFalse();
    assertThat(subscriber.hasAnswered()).isTrue();
    assertThat(Subscriber.of(List.of()).hasAnswered()).isFalse();
  }

  @Test
  void eitherAnswerIsAnAnswer() {
    assertThat(
            Subscriber.of(List.of(at("2025-01-01T00:00:00Z", "1", new AlertAcknowledged("a"))))
                .hasAnswered())
        .isTrue();
    assertThat(
            Subscriber.of(List.of(at("2025-01-01T00:00:00Z", "1", snoozed("a", "2025-01-10"))))
                .hasAnswered())
        .isTrue();
  }

  private static AlertSnoozed snoozed(String alertId, String until) {
    return new AlertSnoozed(alertId, LocalDate.parse(until));
  }

  @Test
  void factsOfOtherKindsSayNothingAboutIt() {
    Fact start = at("2025-01-01T00:00:00Z", "s", monthly("2025-01-31", "1.00"));

    assertThat(Subscriber.of(List.of(start)).currentZone()).isEqualTo(ZoneOffset.UTC);
  }
}
