package dev.perennial.ingest.reconciliation;

import static dev.perennial.contracts.projection.ReceiptDocument.Status.APPLIED;
import static dev.perennial.contracts.projection.ReceiptDocument.Status.DEAD_LETTERED;
import static dev.perennial.contracts.projection.ReceiptDocument.Status.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final String PAID = "payment.succeeded";

  private final Tally tally = new Tally("/billing");

  @Test
  void everyIdIsCountedOnceByTypeAndStatus() {
    tally.add(event("a", PAID, APPLIED, 0, "1.50"));
    tally.add(event("b", PAID, APPLIED, 0, "2.00"));
    tally.add(event("c", "payment.refunded", DEAD_LETTERED, 0, "0.25"));
    tally.add(event("d", "subscription.started", APPLIED, 0, null));

    Figures figures = tally.figures();

    assertThat(figures.events()).isEqualTo(4);
    assertThat(figures.reused()).isZero();
    assertThat(figures.counts())
        .containsExactly(
            new Figures.Count("payment.refunded", "dead-lettered", 1),
            new Figures.Count(PAID, "applied", 2),
            new Figures.Count("subscription.started", "applied", 1));
    assertThat(figures.amounts())
        .containsExactly(
            new Figures.Amounts("payment.refunded", "EUR", "0.25", 1),
            new Figures.Amounts(PAID, "EUR", "3.50", 2));
  }

  @Test
  void ofSeveralContentsTheOneThatCountsStandsForTheId() {
    tally.add(event("a", PAID, SUPERSEDED, 9, "1.00"));
    tally.add(event("a", PAID, APPLIED, 0, "7.00"));
    tally.add(event("a", PAID, DEAD_LETTERED, 5, "3.00"));
    tally.add(event("b", PAID, APPLIED, 0, "1.00"));

    Figures figures = tally.figures();

    assertThat(figures.events()).isEqualTo(2);
    assertThat(figures.reused()).isEqualTo(1);
    assertThat(figures.counts()).containsExactly(new Figures.Count(PAID, "applied", 2));
    assertThat(figures.amounts()).containsExactly(new Figures.Amounts(PAID, "EUR", "8.00", 2));
    assertThat(figures.digest()).isEqualTo(ofOnce("a", "b"));
  }

  @Test
  void ofContentsThatCountAlikeTheLastReceivedStandsForTheId() {
    tally.add(event("a", PAID, SUPERSEDED, 9, "1.00"));
    tally.add(event("a", PAID, SUPERSEDED, 0, "7.00"));

    assertThat(tally.figures().amounts())
        .containsExactly(new Figures.Amounts(PAID, "EUR", "1.00", 1));
  }

  @Test
  void aDayWithoutEventsIsZero() {
    Figures figures = tally.figures();

    assertThat(figures.events()).isZero();
    assertThat(figures.counts()).isEmpty();
    assertThat(figures.amounts()).isEmpty();
  }

  private static String ofOnce(String... ids) {
    IdDigest digest = new IdDigest();
    for (String id : ids) {
      digest.add("/billing", id);
    }
    return digest.hex();
  }

  private static ReceivedEvent event(
      String id, String type, ReceiptDocument.Status status, int second, @Nullable String amount) {
    Money money = amount == null ? null : Money.of(amount, "EUR");
    return new ReceivedEvent(id, type, status, Instant.ofEpochSecond(second), money);
  }
}
