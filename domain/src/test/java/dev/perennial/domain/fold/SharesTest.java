package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.refunded;
import static dev.perennial.domain.Facts.sharedFrom;
import static dev.perennial.domain.fold.Told.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.Share;
import dev.perennial.domain.total.Contribution;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which part of what is paid is the subscriber's own. */
class SharesTest {

  private final Told told = new Told();

  @Test
  void aPaymentCountsByTheShareOfItsDayAndShowsTheWhole() {
    told.start("2025-01-31");
    told.add("2025-02-01", "half", sharedFrom(1, 2, "2025-02-10"));
    told.add("2025-02-09", "e1", paid("p1", "12.99"));
    told.add("2025-02-10", "e2", paid("p2", "12.99"));
    told.add("2025-03-01", "third", sharedFrom(1, 3, "2025-03-01"));
    told.add("2025-03-02", "e3", paid("p3", "10.00"));

    SubscriptionView view = told.view("2025-03-05");

    assertThat(view.contributions())
        .extracting(Contribution::amount)
        .containsExactly(euros("12.99"), euros("6.50"), euros("3.33"));
    assertThat(view.payments()).extracting(Payment::amount).contains(euros("12.99"));
    SubscriptionState state = view.state().orElseThrow();
    assertThat(state.spending().lifetime()).containsExactly(euros("22.82"));
    assertThat(state.terms().share()).isEqualTo(new Share(1, 3));
    assertThat(told.renewal("2025-03-05")).isEqualTo("2025-03-31 12.99");
    assertThat(state.spending().lastPayment())
        .isEqualTo(
            new SubscriptionState.LastPayment(
                Instant.parse("2025-03-02T12:00:00Z"), euros("10.00")));
  }

  @Test
  void theRunRateIsRoundedOnceFromTheShare() {
    told.start("2025-01-31");
    told.add("2025-02-01", "third", sharedFrom(1, 3, "2025-02-10"));

    assertThat(told.state("2025-03-01").spending().runRate()).isEqualTo(euros("4.33"));
  }

  @Test
  void aRefundInFullCancelsWhatItsPaymentAdded() {
    told.start("2025-01-31");
    told.add("2025-01-02", "third", sharedFrom(1, 3, "2025-01-02"));
    told.add("2025-02-10", "e1", paid("p1", "10.00"));
    told.add("2025-03-20", "half", sharedFrom(1, 2, "2025-03-01"));
    told.add("2025-03-21", "back", refunded("p1", "r", "10.00"));

    assertThat(amounts()).containsExactly(euros("3.33"), euros("-3.33"));
    assertThat(told.state("2025-04-01").spending().lifetime()).isEmpty();
  }

  @Test
  void eachRefundIsRoundedOnItsOwn() {
    told.start("2025-01-31");
    told.add("2025-01-02", "third", sharedFrom(1, 3, "2025-01-02"));
    told.add("2025-02-10", "e1", paid("p1", "10.00"));
    told.add("2025-02-11", "b1", refunded("p1", "r1", "5.00"));
    told.add("2025-02-12", "b2", refunded("p1", "r2", "5.00"));

    assertThat(amounts()).containsExactly(euros("3.33"), euros("-1.67"), euros("-1.67"));
  }

  @Test
  void aNewStartHasTheShareThatItGives() {
    told.start("2025-01-31");
    told.add("2025-01-02", "third", sharedFrom(1, 3, "2025-01-02"));
    told.add("2025-03-01", "again", monthly("2025-03-31", "12.99"));
    told.add("2025-03-10", "e1", paid("p1", "10.00"));

    assertThat(amounts()).containsExactly(euros("10.00"));
    assertThat(told.state("2025-04-01").terms().share()).isNull();
    assertThat(told.state("2025-02-20").terms().share()).isEqualTo(new Share(1, 3));
  }

  @Test
  void aShareThatBeginsLaterTurnsTheDocument() {
    told.start("2025-01-31");
    told.add("2025-01-02", "third", sharedFrom(1, 3, "2025-02-14"));

    assertThat(told.view("2025-02-10").nextTurn().orElseThrow()).isEqualTo("2025-02-14T00:00:00Z");
  }

  private List<Money> amounts() {
    return told.view("2025-04-01").contributions().stream().map(Contribution::amount).toList();
  }
}
