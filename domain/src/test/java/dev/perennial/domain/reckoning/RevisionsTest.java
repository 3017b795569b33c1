package dev.perennial.domain.reckoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What changed November after its last day was over in Vienna. */
class RevisionsTest {

  private static final Instant CLOSED = Instant.parse("2026-11-30T23:00:00Z");
  private static final SpendEvent IN_TIME = paid("in-time", "2026-11-30T22:59:59Z", "12.99");

  @Test
  void whatIsReceivedWhenTheLastDayIsOverIsARevision() {
    assertThat(told(payment("p1", IN_TIME))).isEmpty();
    assertThat(told(payment("p1", paid("late", "2026-11-30T23:00:00Z", "12.99"))))
        .containsExactly("1 payment.succeeded late p1 12.99");
  }

  @Test
  void theyAreNumberedInTheOrderInWhichTheyWereReceived() {
    SpendEvent refund =
        event(EventType.PAYMENT_REFUNDED, "back", "2026-12-03T10:00:00Z", Mode.LIVE, "-2.00");
    SpendEvent correction =
        event(EventType.PAYMENT_CORRECTED, "other", "2026-12-02T10:00:00Z", Mode.LIVE, "1.00");
    SpendEvent withdrawal =
        event(EventType.PAYMENT_VOIDED, "never", "2026-12-04T10:00:00Z", Mode.LIVE, "-5.00");

    assertThat(told(payment("p1", IN_TIME, refund, correction), payment("p2", withdrawal)))
        .containsExactly(
            "1 payment.corrected other p1 1.00",
            "2 payment.refunded back p1 -2.00",
            "3 payment.voided never p2 -5.00");
  }

  @Test
  void anImportRevisesNothing() {
    SpendEvent imported =
        event(EventType.PAYMENT_SUCCEEDED, "i", "2026-12-02T10:00:00Z", Mode.BACKFILL, "9.00");

    assertThat(told(payment("p1", imported))).isEmpty();
  }

  @Test
  void anEventThatMovedTwoCurrenciesIsOneRevision() {
    SpendEvent taken =
        event(EventType.PAYMENT_CORRECTED, "c", "2026-12-02T10:00:00Z", Mode.LIVE, "-12.99");
    SpendEvent added =
        new SpendEvent(
            taken.type(), taken.id(), taken.receivedAt(), Mode.LIVE, Money.of("14", "USD"));

    assertThat(Revisions.of(CLOSED, List.of(payment("p1", IN_TIME, taken, added))))
        .containsExactly(
            new Revision(
                1,
                taken.receivedAt(),
                new Revision.ByEvent(
                    taken.type(),
                    taken.id(),
                    "netflix",
                    "p1",
                    List.of(taken.change(), added.change()))));
  }

  @Test
  void aRateIsOneRevisionForAllThatItConverts() {
    UsedRate late = rate("2026-12-01T08:00:00Z");

    assertThat(
            told(
                converted("p1", late, IN_TIME),
                converted("p2", late, IN_TIME),
                converted("p3", rate("2026-11-30T22:00:00Z"), IN_TIME),
                payment("p4", paid("late", "2026-12-02T08:00:00Z", "3.00"))))
        .containsExactly("1 rate EUR 2026-11-27 ECB for 2", "2 payment.succeeded late p4 3.00");
  }

  @Test
  void aRateRevisesNothingThatCameAfterIt() {
    UsedRate late = rate("2026-12-01T08:00:00Z");
    SpendEvent later = paid("late", "2026-12-02T08:00:00Z", "3.00");

    assertThat(told(converted("p1", late, later)))
        .containsExactly("1 payment.succeeded late p1 3.00");
    SpendEvent imported =
        event(EventType.PAYMENT_SUCCEEDED, "i", "2026-12-02T10:00:00Z", Mode.BACKFILL, "9.00");
    assertThat(told(converted("p1", late, imported))).isEmpty();
  }

  @Test
  void theOrderOfPaymentsDoesNotMatter() {
    List<PaymentRecord> payments = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      payments.add(
          converted(
              "p" + i,
              rate("2026-12-0%dT08:00:00Z".formatted(2 + i % 3)),
              paid("e" + i, "2026-12-0%dT08:00:00Z".formatted(1 + i % 4), "1.00")));
    }
    List<Revision> revisions = Revisions.of(CLOSED, payments);
    for (long seed = 1; seed <= 50; seed++) {
      Collections.shuffle(payments, new Random(seed));
      assertThat(Revisions.of(CLOSED, payments)).as("seed %d", seed).isEqualTo(revisions);
    }
    assertThatThrownBy(() -> new Revision(0, CLOSED, revisions.getFirst().cause()))
        .hasMessageContaining("from 1");
  }

  private static List<String> told(PaymentRecord... payments) {
    return Revisions.of(CLOSED, List.of(payments)).stream().map(RevisionsTest::told).toList();
  }

  private static String told(Revision revision) {
    return revision.number()
        + switch (revision.cause()) {
          case Revision.ByEvent event ->
              " %s %s %s %s"
                  .formatted(
                      event.type().wireName(),
                      event.event().id(),
                      event.paymentId(),
                      event.change().getFirst().value());
          case Revision.ByRate rate ->
              " rate %s %s %s for %d"
                  .formatted(rate.base(), rate.date(), rate.source(), rate.payments());
        };
  }

  private static PaymentRecord payment(String id, SpendEvent... events) {
    return record(id, null, events);
  }

  private static PaymentRecord converted(String id, UsedRate rate, SpendEvent... events) {
    return record(id, rate, events);
  }

  private static PaymentRecord record(String id, @Nullable UsedRate rate, SpendEvent... events) {
    return new PaymentRecord("netflix", id, Arrays.asList(events), rate);
  }

  private static UsedRate rate(String receivedAt) {
    return new UsedRate(
        Currency.getInstance("EUR"),
        LocalDate.parse("2026-11-27"),
        "ECB",
        Instant.parse(receivedAt));
  }

  private static SpendEvent paid(String id, String receivedAt, String euros) {
    return event(EventType.PAYMENT_SUCCEEDED, id, receivedAt, Mode.LIVE, euros);
  }

  private static SpendEvent event(
      EventType type, String id, String receivedAt, Mode mode, String euros) {
    return new SpendEvent(
        type, new EventId("/bank", id), Instant.parse(receivedAt), mode, Money.of(euros, "EUR"));
  }
}
