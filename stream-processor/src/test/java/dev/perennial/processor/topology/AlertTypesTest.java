package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.domain.Money;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each type of alert through the topology: once, caught up, withdrawn, and silent under skew. */
class AlertTypesTest {

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aTrialThatEnds() {
    Facets facets = ((SubscriptionStarted) started().fact().data()).facets();
    told("trial", "2026-01-10T12:00:00Z", new SubscriptionStarted(facets, day("2026-01-20")));

    firesOnce("2026-01-13T09:00:00Z", "trial.ending 2026-01-20 7");
    isWithdrawnAfter("2026-01-14T12:00:00Z", new SubscriptionCancelled(day("2026-01-20"), false));
  }

  @Test
  void aTrialsEndIsCaughtUpAfterAnOutage() {
    Facets facets = ((SubscriptionStarted) started().fact().data()).facets();
    told("trial", "2026-01-10T12:00:00Z", new SubscriptionStarted(facets, day("2026-01-20")));

    firesOnce("2026-01-18T12:00:00Z", "trial.ending 2026-01-20 2");
  }

  @Test
  void theLastDayToCancel() {
    pipeline.take(started());
    told("notice", "2026-01-02T12:00:00Z", changed(null, new Notice(10, PeriodUnit.DAY)));

    firesOnce("2026-01-14T09:00:00Z", "cancellation.deadline 2026-01-21 7");
    isWithdrawnAfter("2026-01-15T12:00:00Z", new SubscriptionCancelled(null, true));
  }

  @Test
  void aPriceThatChanges() {
    pipeline.take(started());
    told("rise", "2026-01-02T12:00:00Z", priceFrom("14.99", "2026-03-10"));

    firesOnce("2026-03-03T09:00:00Z", "price.changed 2026-03-10 7");
    isWithdrawnAfter("2026-03-04T12:00:00Z", priceFrom("12.99", "2026-03-10"));
  }

  @Test
  void aPaymentThatFails() {
    pipeline.take(started());
    told("fails", "2026-02-03T10:00:00Z", new PaymentFailed("p1", Money.of("12.99", "EUR"), null));

    firesOnce("2026-02-05T10:00:00Z", "payment.failed 2026-02-03 0");
    pipeline.take(Facts.paid("netflix", "p1", "2026-02-06T10:00:00Z", "12.99"));
    isWithdrawnAt("2026-02-06T11:00:00Z");
  }

  @Test
  void aPaymentThatFailsBetweenTwoTicks() {
    pipeline.take(started()).tick("2026-02-03T10:00:00Z").alerts();
    told("fails", "2026-02-03T10:00:05Z", new PaymentFailed("p1", Money.of("12.99", "EUR"), null));

    firesOnce("2026-02-03T10:00:10Z", "payment.failed 2026-02-03 0");
  }

  @Test
  void aSubscriptionThatEnded() {
    pipeline.take(started());
    told("cancel", "2026-02-03T10:00:00Z", new SubscriptionCancelled(day("2026-02-10"), false));

    firesOnce("2026-02-10T09:00:00Z", "subscription.ended 2026-02-10 0");
    isWithdrawnAfter("2026-02-11T12:00:00Z", new SubscriptionReactivated());
  }

  @Test
  void nothingFiresOnATickWhoseClockJumped() {
    pipeline.take(started());
    told("cancel", "2026-02-03T10:00:00Z", new SubscriptionCancelled(day("2026-02-10"), false));
    pipeline.tick("2026-02-04T09:00:00Z").alerts();

    pipeline.tick(Instant.parse("2026-02-10T09:00:00Z"), Duration.ofDays(1));

    assertThat(pipeline.alerts()).isEmpty();
  }

  private void told(String id, String time, EventData data) {
    pipeline.take(Facts.event(id, "netflix", time, data));
  }

  private void firesOnce(String tick, String alert) {
    pipeline.tick(tick);
    assertThat(raised(pipeline.alerts())).containsExactly(alert);
    pipeline.tick(Instant.parse(tick).plusSeconds(10).toString());
    assertThat(pipeline.alerts()).isEmpty();
  }

  private void isWithdrawnAfter(String time, EventData data) {
    told("withdrawing", time, data);
    isWithdrawnAt(Instant.parse(time).plusSeconds(60).toString());
  }

  private void isWithdrawnAt(String tick) {
    pipeline.tick(tick);
    assertThat(pipeline.alerts()).hasAtLeastOneElementOfType(AlertVoided.class);
  }

  private static List<String> raised(List<AlertMessage> alerts) {
    return alerts.stream()
        .map(AlertRaised.class::cast)
        .map(alert -> "%s %s %d".formatted(alert.type(), alert.dueOn(), alert.daysLeft()))
        .toList();
  }

  private static Event started() {
    return Facts.started("netflix", "2026-01-01T12:00:00Z", "2026-01-31", "12.99");
  }

  private static EventData priceFrom(String euros, String from) {
    Price price = new Price(Price.Kind.FIXED, Money.of(euros, "EUR"));
    return new SubscriptionChanged(facets(price, null), day(from));
  }

  private static EventData changed(@Nullable Price price, Notice notice) {
    return new SubscriptionChanged(facets(price, notice), null);
  }

  private static Facets facets(@Nullable Price price, @Nullable Notice notice) {
    return new Facets(
        null, null, null, price, null, null, null, null, null, null, null, notice, null);
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
