package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentVoided;
import org.junit.jupiter.api.Test;

/** What is said of one payment: corrections and voids. */
class PaymentStoryTest {

  private final Told told = new Told();

  @Test
  void aCorrectionReplacesTheAmountWheneverItWasMade() {
    told.start("2025-01-31");
    told.add(
        "2025-01-30",
        "fix",
        new PaymentCorrected("p1", Told.euros("11.00"), Told.day("2025-01-31")));
    told.add("2025-01-31", "paid", paid("p1", "12.99"));

    Payment payment = told.view("2025-02-01").payments().getFirst();
    assertThat(payment.amount()).isEqualTo(Told.euros("11.00"));
    assertThat(payment.dueOn()).isEqualTo("2025-01-31");
    assertThat(payment.corrected()).isTrue();
    assertThat(told.state("2025-02-01").spending().lifetime()).containsExactly(Told.euros("11.00"));
  }

  @Test
  void aVoidedPaymentAndItsRefundsCountForNothing() {
    told.start("2025-01-31");
    told.add("2025-01-31", "paid", paid("p1", "12.99"));
    told.add("2025-02-01", "back", refunded("p1", "r1", "2.00"));
    told.add("2025-02-02", "void", new PaymentVoided("p1"));

    Payment payment = told.view("2025-02-03").payments().getFirst();
    assertThat(payment.status()).isEqualTo(Payment.Status.VOIDED);
    assertThat(told.view("2025-02-03").contributions()).isEmpty();
    assertThat(told.state("2025-02-03").spending().lastPayment()).isNull();
    assertThat(told.state("2025-02-03").spending().lifetime()).isEmpty();
    assertThat(told.state("2025-02-03").status()).isEqualTo(SubscriptionStatus.ACTIVE);

    told.add("2025-02-05", "again", paid("p1", "12.99"));
    assertThat(told.view("2025-02-06").payments().getFirst().status())
        .isEqualTo(Payment.Status.PARTIALLY_REFUNDED);
  }

  @Test
  void aFailureBeforeAVoidedPaymentIsStillPastDue() {
    told.start("2025-01-31");
    told.add("2025-01-31", "fails", failed("p1", "12.99"));
    told.add("2025-02-01", "paid", paid("p2", "12.99"));
    told.add("2025-02-02", "void", new PaymentVoided("p2"));

    assertThat(told.state("2025-02-03").status()).isEqualTo(SubscriptionStatus.PAST_DUE);
  }

  @Test
  void whatIsSaidOfAnUnknownPaymentWaits() {
    told.start("2025-01-31");
    told.add("2025-02-01", "fix", new PaymentCorrected("p9", Told.euros("11.00"), null));
    told.add("2025-02-02", "void", new PaymentVoided("p9"));

    assertThat(told.view("2025-02-03").payments()).isEmpty();
    assertThat(told.outcome("fix")).isEqualTo(FactStatus.Outcome.WAITING);
    assertThat(told.outcome("void")).isEqualTo(FactStatus.Outcome.WAITING);
  }
}
