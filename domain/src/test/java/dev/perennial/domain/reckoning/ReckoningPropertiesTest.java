package dev.perennial.domain.reckoning;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.reckoning.Figure.DIFFERENCE;
import static dev.perennial.domain.reckoning.Figure.EXPECTED;
import static dev.perennial.domain.reckoning.Figure.MISSING;
import static dev.perennial.domain.reckoning.Figure.OUTSTANDING;
import static dev.perennial.domain.reckoning.Figure.PAID;
import static dev.perennial.domain.reckoning.Figure.PAID_ELSEWHERE;
import static dev.perennial.domain.reckoning.Figure.PAID_FOR_OTHERS;
import static dev.perennial.domain.reckoning.Figure.SPENT;
import static dev.perennial.domain.reckoning.Figure.UNEXPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Facts;
import dev.perennial.domain.Money;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.RandomAgreements;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.period.PeriodRule;
import dev.perennial.domain.total.Contribution;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both equations of docs/periods.md, whatever was agreed and paid. Too many for every mutant. */
@Tag("many")
class ReckoningPropertiesTest {

  private static final long SEED = 20_261_128;
  private static final int CASES = 1_200;
  private static final LocalDate BEGIN = LocalDate.of(2025, 10, 1);
  private static final LocalDate END = LocalDate.of(2029, 1, 1);

  private Random random = new Random(SEED);

  @Test
  void bothEquationsHoldInEveryCurrency() {
    int told = 0;
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      SubscriptionView view = next(seed);
      PeriodRule rule = rule();
      for (Reckoning reckoning : reckonings(view, rule)) {
        for (Figures figures : reckoning.currencies()) {
          assertThat(
                  of(figures, EXPECTED)
                      .subtract(of(figures, OUTSTANDING))
                      .subtract(of(figures, MISSING))
                      .add(of(figures, DIFFERENCE))
                      .add(of(figures, UNEXPECTED)))
              .as("seed %d: %s", seed, reckoning)
              .isEqualByComparingTo(of(figures, PAID));
          assertThat(
                  of(figures, PAID)
                      .subtract(of(figures, PAID_ELSEWHERE))
                      .add(of(figures, PAID_FOR_OTHERS)))
              .as("seed %d: %s", seed, reckoning)
              .isEqualByComparingTo(of(figures, SPENT));
          told++;
        }
      }
    }
    assertThat(told).as("so many that this says something").isGreaterThan(10 * CASES);
  }

  /** Else both equations might hold for figures that are wrong together. */
  @Test
  void spentIsTheSpendOfTheDaysAndExpectedWhatTheFoldSaysIsDue() {
    for (long seed = SEED; seed < SEED + CASES / 4; seed++) {
      SubscriptionView view = next(seed);
      for (Reckoning reckoning : reckonings(view, rule())) {
        assertThat(sums(reckoning, SPENT))
            .as("seed %d: %s", seed, reckoning.period())
            .isEqualTo(spent(view, reckoning.period()));
        assertThat(sums(reckoning, EXPECTED))
            .as("seed %d: %s", seed, reckoning.period())
            .isEqualTo(expected(view, reckoning.period()));
      }
    }
  }

  /** What is paid elsewhere from one period is what is paid for others in those. */
  @Test
  void overAllPeriodsNothingIsPaidElsewhere() {
    for (long seed = SEED; seed < SEED + CASES / 4; seed++) {
      SubscriptionView view = next(seed);
      Map<Currency, BigDecimal> elsewhere = new HashMap<>();
      Map<Currency, BigDecimal> forOthers = new HashMap<>();
      for (Reckoning reckoning : reckonings(view, rule())) {
        sums(reckoning, PAID_ELSEWHERE).forEach((of, sum) -> add(elsewhere, of, sum));
        sums(reckoning, PAID_FOR_OTHERS).forEach((of, sum) -> add(forOthers, of, sum));
      }
      assertThat(elsewhere).as("seed %d", seed).isEqualTo(forOthers);
    }
  }

  private SubscriptionView next(long seed) {
    random = new Random(seed);
    RandomAgreements agreements = new RandomAgreements(random);
    List<Fact> facts = new ArrayList<>(agreements.next(8));
    int payments = random.nextInt(30);
    for (int i = 0; i < payments; i++) {
      Instant time = BEGIN.plusDays(random.nextInt(1_000)).atTime(9, 0).toInstant(ZoneOffset.UTC);
      facts.add(Facts.at(time.toString(), "pay" + i, payment()));
    }
    return Derivation.derive(
        NETFLIX, FactLog.of(facts), Subscriber.of(List.of()), agreements.moment(facts));
  }

  private EventData payment() {
    String id = "q" + random.nextInt(20);
    LocalDate dueOn = random.nextInt(3) == 0 ? BEGIN.plusDays(random.nextInt(1_000)) : null;
    return switch (random.nextInt(8)) {
      case 0 -> new PaymentFailed(id, money(), dueOn);
      case 1, 2 -> new PaymentRefunded(id, "r" + random.nextInt(3), money());
      case 3 -> new PaymentVoided(id);
      default -> new PaymentSucceeded(id, money(), dueOn);
    };
  }

  private Money money() {
    return random.nextInt(6) == 0
        ? Money.of(Integer.toString(random.nextInt(2_000)), "JPY")
        : Money.of((20 + random.nextInt(9)) + ".99", "EUR");
  }

  private PeriodRule rule() {
    return random.nextBoolean()
        ? new PeriodRule.Monthly(1 + random.nextInt(28))
        : new PeriodRule.Weekly(1 + random.nextInt(52), BEGIN.plusDays(random.nextInt(300)));
  }

  /** Over all the days that payments lie on, and on which what they pay may be due. */
  private static List<Reckoning> reckonings(SubscriptionView view, PeriodRule rule) {
    LocalDate today = LocalDate.of(2027, 6, 1);
    return Stream.iterate(
            rule.of(BEGIN.minusYears(3)),
            period -> period.from().isBefore(END.plusYears(3)),
            period -> rule.of(period.until()))
        .map(period -> Reckoning.of(period, today, List.of(account(view))))
        .toList();
  }

  private static Account account(SubscriptionView view) {
    SubscriptionState state = view.state().orElseThrow();
    return new Account(
        new Agreed(state.outlook(), state.terms().collection(), state.spending().paidSince()),
        view.payments().stream().map(ReckoningPropertiesTest::paid).toList());
  }

  private static Paid paid(Payment payment) {
    return new Paid(
        payment.paymentId(),
        payment.paidAt(),
        payment.paidOn(),
        payment.matches(),
        payment.pays(),
        payment.contributions().map(Contribution::amount).toList());
  }

  private static Map<Currency, BigDecimal> spent(SubscriptionView view, Period period) {
    Map<Currency, BigDecimal> sums = new HashMap<>();
    view.contributions().stream()
        .filter(each -> period.covers(each.day()))
        .forEach(each -> add(sums, each.amount().currency(), each.amount().value()));
    return sums;
  }

  private static Map<Currency, BigDecimal> expected(SubscriptionView view, Period period) {
    Map<Currency, BigDecimal> sums = new HashMap<>();
    DueDates dueDates = view.dueDates().orElseThrow();
    LocalDate firstDay = view.state().orElseThrow().outlook().from();
    Optional<DueDates.Due> due = dueDates.dueOnOrAfter(period.from());
    while (due.isPresent() && period.covers(due.get().charge().dueOn())) {
      LocalDate scheduled = due.get().scheduledOn();
      if (!scheduled.isBefore(firstDay) || view.matching().settling(scheduled).isPresent()) {
        Money part = part(view, due.get().charge());
        add(sums, part.currency(), part.value());
      }
      due = dueDates.dueOnOrAfter(due.get().charge().dueOn().plusDays(1));
    }
    return sums;
  }

  /** By what was said of shares, as the outlook has them, each from its own day. */
  private static Money part(SubscriptionView view, Charge charge) {
    var shares = view.state().orElseThrow().outlook().shares();
    var inForce = shares.stream().filter(share -> !share.from().isAfter(charge.dueOn())).toList();
    if (shares.isEmpty()) {
      return charge.amount();
    }
    return (inForce.isEmpty() ? shares.getFirst() : inForce.getLast()).value().in(charge.amount());
  }

  private static Map<Currency, BigDecimal> sums(Reckoning reckoning, Figure figure) {
    Map<Currency, BigDecimal> sums = new HashMap<>();
    reckoning
        .currencies()
        .forEach(figures -> add(sums, figures.currency(), figures.of(figure).value()));
    return sums;
  }

  /** Without zeros. */
  private static void add(Map<Currency, BigDecimal> sums, Currency currency, BigDecimal amount) {
    sums.compute(currency, (of, sum) -> orNothing(sum == null ? amount : sum.add(amount)));
  }

  private static @Nullable BigDecimal orNothing(BigDecimal sum) {
    return sum.signum() == 0 ? null : sum;
  }

  private static BigDecimal of(Figures figures, Figure figure) {
    return figures.of(figure).value();
  }
}
