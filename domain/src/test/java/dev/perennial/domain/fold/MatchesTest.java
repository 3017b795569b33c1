package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.refunded;
import static dev.perennial.domain.fold.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.SubscriptionPaused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which due date each payment of a subscription belongs to. */
class MatchesTest {

  private final Told told = new Told();

  @Test
  void aPaymentSaysWhichScheduledDateItBelongsTo() {
    told.start("2025-01-31");
    told.add("2025-02-03", "e1", paid("p1", "12.99"));
    told.add("2025-02-03", "e2", failed("p2", "12.99"));
    told.add("2025-02-20", "e3", paid("p3", "12.99"));
    told.add("2025-02-21", "c", new PaymentCorrected("p3", Told.euros("12.99"), day("2025-01-31")));

    assertThat(matches()).containsEntry("p1", day("2025-01-31"));
    assertThat(matches()).containsEntry("p2", day("2025-01-31"));
    assertThat(matches()).containsEntry("p3", day("2025-01-31"));
  }

  @Test
  void whatWasAnnouncedIsPaidUnderItsScheduledDate() {
    told.start("2025-01-31");
    told.add("2025-02-10", "bill", Told.announced("2025-03-05", "20.00"));
    told.add("2025-03-05", "e1", paid("p1", "20.00"));

    assertThat(matches()).containsEntry("p1", day("2025-02-28"));
  }

  @Test
  void nothingBelongsToADateThatIsNotDueAndNothingToAnUnknownSubscription() {
    told.add("2025-02-28", "e1", paid("p1", "12.99"));
    assertThat(matches()).containsEntry("p1", null);

    told.start("2025-01-31");
    assertThat(matches()).containsEntry("p1", day("2025-02-28"));

    told.add("2025-02-10", "pause", new SubscriptionPaused(null));
    assertThat(matches()).containsEntry("p1", null);
  }

  @Test
  void aPaymentThatWentBackInFullSettlesNothing() {
    told.start("2025-01-31");
    told.add("2025-02-01", "e1", paid("p1", "12.99"));
    told.add("2025-02-02", "e2", paid("p2", "12.99"));
    assertThat(settling()).isEqualTo("p1");

    told.add("2025-02-03", "b1", refunded("p1", "r1", "12.98"));
    assertThat(settling()).isEqualTo("p1");

    told.add("2025-02-04", "b2", refunded("p1", "r2", "0.01"));
    assertThat(settling()).isEqualTo("p2");
  }

  private String settling() {
    return told.view("2025-04-01").matching().settling(day("2025-01-31")).orElseThrow().paymentId();
  }

  private Map<String, @Nullable LocalDate> matches() {
    Map<String, @Nullable LocalDate> matches = new HashMap<>();
    told.view("2025-04-01")
        .payments()
        .forEach(payment -> matches.put(payment.paymentId(), payment.matches()));
    return matches;
  }
}
