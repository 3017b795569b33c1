package dev.perennial.domain.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.calendar.NearestDueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentMatchingTest {

  private static final LocalDate JANUARY = LocalDate.parse("2025-01-31");
  private static final LocalDate FEBRUARY = LocalDate.parse("2025-02-28");
  private static final NearestDueDate MONTHLY =
      new NearestDueDate(
          new Billing(new BillingPeriod(1, PeriodUnit.MONTH), JANUARY, MonthEnd.CLAMP));

  @Test
  void aPaymentBelongsToTheDueDateNearestToItsDay() {
    Payment payment = paid("p1", "2025-03-03", null);

    PaymentMatching matching = matching(payment);

    assertThat(matching.byDueDate()).containsOnlyKeys(FEBRUARY);
    assertThat(matching.settling(FEBRUARY)).contains(payment.withMatch(FEBRUARY));
    assertThat(matching.settling(JANUARY)).isEmpty();
  }

  @Test
  void theDayItNamesComesFirst() {
    PaymentMatching matching = matching(paid("p1", "2025-03-30", "2025-01-31"));

    assertThat(matching.byDueDate()).containsOnlyKeys(JANUARY);
  }

  @Test
  void whatIsFartherThanHalfAPeriodStaysUnmatched() {
    Payment early = paid("p1", "2024-11-30", null);

    assertThat(matching(early).unmatched()).containsExactly(early);
    assertThat(matching(early).byDueDate()).isEmpty();
  }

  @Test
  void theFirstThatWentThroughSettlesAndOthersPayAgain() {
    Payment fails = failed("p0", "2025-01-31");
    Payment second = paid("p2", "2025-02-02", null);
    Payment first = paid("p1", "2025-02-02", null);

    PaymentMatching matching = matching(second, first, fails);

    assertThat(matching.byDueDate().get(JANUARY))
        .extracting(Payment::paymentId)
        .containsExactly("p0", "p1", "p2");
    assertThat(matching.paying(JANUARY)).extracting(Payment::paymentId).containsExactly("p1", "p2");
    assertThat(matching.settling(JANUARY)).contains(first.withMatch(JANUARY));
  }

  @Test
  void theOrderOfPaymentsDoesNotMatter() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<Payment> payments = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        LocalDate day = LocalDate.parse("2024-12-01").plusDays(random.nextInt(200));
        payments.add(paid("p" + i, day.toString(), null));
      }
      PaymentMatching matching = matching(payments);
      Collections.shuffle(payments, random);

      assertThat(matching(payments)).as("seed %d", seed).isEqualTo(matching);
    }
  }

  private static PaymentMatching matching(Payment... payments) {
    return matching(List.of(payments));
  }

  private static PaymentMatching matching(List<Payment> payments) {
    return PaymentMatching.of(PaymentMatching.matched(payments, MONTHLY));
  }

  private static Payment paid(String id, String day, @Nullable String dueOn) {
    return payment(id, Payment.Outcome.SUCCEEDED, day, dueOn);
  }

  private static Payment failed(String id, String day) {
    return payment(id, Payment.Outcome.FAILED, day, null);
  }

  private static Payment payment(
      String id, Payment.Outcome outcome, String day, @Nullable String dueOn) {
    LocalDate paidOn = LocalDate.parse(day);
    Instant paidAt = paidOn.atTime(12, 0).toInstant(ZoneOffset.UTC);
    return new Payment(
        id,
        outcome,
        paidAt,
        paidOn,
        Money.of("12.99", "EUR"),
        false,
        List.of(),
        dueOn == null ? null : LocalDate.parse(dueOn),
        "streaming",
        null,
        null,
        Payment.Worth.unknown(),
        List.of());
  }
}
