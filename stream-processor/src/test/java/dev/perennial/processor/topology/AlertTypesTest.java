package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of alert through the topology. */
class AlertTypesTest {

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  static Stream<AlertScenario> scenarios() {
    return AlertScenario.all();
  }

  @Test
  void everyTypeHasItsScenario() {
    assertThat(scenarios().map(AlertScenario::type))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AlertType.values())
                .filter(AlertType::isOfSubscription)
                .map(AlertType::wireName)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isRaisedOnceAndWithdrawnWhenItNoLongerHolds(AlertScenario scenario) {
    tickBefore(scenario);

    AlertRaised alert = firesAt(scenario.fires(), scenario, scenario.told());
    tick(later(scenario.fires(), Duration.ofSeconds(10)));
    assertThat(raised(scenario)).isEmpty();

    take(scenario.over());
    tick(later(time(scenario.over()), Duration.ofMinutes(1)));
    assertThat(alerts)
        .filteredOn(AlertVoided.class::isInstance)
        .extracting(AlertMessage::id)
        .contains(alert.id());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isSilentWhileTheClockJumpsAndCaughtUpAfterAnOutage(AlertScenario scenario) {
    tickBefore(scenario);

    pipeline.tick(Instant.parse(scenario.fires()), Duration.ofDays(1));
    assertThat(pipeline.alerts()).isEmpty();

    firesAt(scenario.late(), scenario, scenario.toldLate());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isNotRaisedWhereItWasOverBeforeTheOutageWas(AlertScenario scenario) {
    tickBefore(scenario);
    take(scenario.over());

    tick(later(time(scenario.over()), Duration.ofDays(1)));

    assertThat(raised(scenario)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isToldAgainWhenASnoozeIsOver(AlertScenario scenario) {
    tickBefore(scenario);
    AlertRaised alert = firesAt(scenario.fires(), scenario, scenario.told());
    LocalDate until = day(scenario.fires()).plusDays(2);
    String after = later(scenario.fires(), Duration.ofSeconds(5));
    take(Facts.event("snooze", alert.id(), after, new AlertSnoozed(alert.id(), until)));

    tick(later(scenario.fires(), Duration.ofDays(1)));
    assertThat(raised(scenario)).isEmpty();

    tick(until + "T09:00:00Z");
    assertThat(raised(scenario))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.id()).isNotEqualTo(alert.id());
              assertThat(again.dueOn()).isEqualTo(alert.dueOn());
              assertThat(again.fireAt()).isEqualTo(until + "T09:00:00Z");
            });
    tick(until + "T09:00:10Z");
    assertThat(raised(scenario)).isEmpty();
  }

  private List<AlertMessage> alerts = List.of();

  /** Everything up to the moment, one second before it. */
  private void tickBefore(AlertScenario scenario) {
    take(scenario.history().toArray(Event[]::new));
    tick(later(scenario.fires(), Duration.ofSeconds(-1)));
    assertThat(raised(scenario)).isEmpty();
  }

  private AlertRaised firesAt(String tick, AlertScenario scenario, String told) {
    tick(tick);
    assertThat(raised(scenario))
        .map(alert -> alert.dueOn() + " " + alert.daysLeft())
        .containsExactly(told);
    return raised(scenario).getFirst();
  }

  private void take(Event... events) {
    pipeline.take(events);
  }

  private void tick(String time) {
    pipeline.tick(time);
    alerts = pipeline.alerts();
  }

  private List<AlertRaised> raised(AlertScenario scenario) {
    return alerts.stream()
        .filter(AlertRaised.class::isInstance)
        .map(AlertRaised.class::cast)
        .filter(alert -> alert.type().equals(scenario.type()))
        .toList();
  }

  private static String time(Event event) {
    return event.fact().time().toString();
  }

  private static String later(String time, Duration by) {
    return Instant.parse(time).plus(by).toString();
  }

  private static LocalDate day(String time) {
    return LocalDate.ofInstant(Instant.parse(time), ZoneOffset.UTC);
  }
}
