package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.forecast.DueCharge;
import dev.perennial.domain.forecast.Forecast;
import dev.perennial.domain.forecast.Horizon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is read from an outlook is what the fold itself says, whatever was agreed for later. Too
 * many for every mutant.
 */
@Tag("many")
class ForecastAgreesTest {

  private static final int CASES = 20_000;
  private static final long SEED = 20_261_125;

  @Test
  void shouldSayWhatTheFoldSaysForEveryDayPastAndAhead() {
    int charges = 0;
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Random random = new Random(seed);
      RandomAgreements histories = new RandomAgreements(random);
      List<Fact> facts = histories.next(12);
      Instant moment = histories.moment(facts);
      SubscriptionView view = derive(facts, moment);
      LocalDate from = day(moment).plusDays(distance(random));
      Horizon horizon = Horizon.ofMonths(from, Horizon.MAX_MONTHS);

      List<DueCharge> forecast = forecast(view, horizon);

      assertThat(forecast.stream().map(ForecastAgreesTest::due).toList())
          .as("seed %d: %s from %s", seed, view.state(), from)
          .isEqualTo(due(view.dueDates().orElseThrow(), horizon));
      charges += forecast.size();
    }
    assertThat(charges).as("so many that this says something").isGreaterThan(4 * CASES);
  }

  @Test
  void shouldSayThePartAndThePriceOfTheDueDateItself() {
    for (long seed = SEED; seed < SEED + 500; seed++) {
      Random random = new Random(seed);
      RandomAgreements histories = new RandomAgreements(random);
      List<Fact> facts = histories.next(12);
      Instant moment = histories.moment(facts);

      LocalDate from = day(moment).plusDays(distance(random));
      for (DueCharge due : forecast(derive(facts, moment), Horizon.ofMonths(from, 3))) {
        SubscriptionState then =
            derive(facts, due.dueOn().atTime(12, 0).toInstant(ZoneOffset.UTC))
                .state()
                .orElseThrow();
        assertThat(due.part()).as("seed %d: %s", seed, due).isEqualTo(part(then, due.amount()));
        if (due.priceFrom() != null) {
          assertThat(due.priceFrom())
              .as("seed %d: %s", seed, due)
              .isEqualTo(priceFrom(then, due.dueOn()));
        }
      }
    }
  }

  /** Else a document would say on one day what it no longer says on the next. */
  @Test
  void shouldSayTheSameUntilItsNextTurn() {
    for (long seed = SEED; seed < SEED + 4_000; seed++) {
      Random random = new Random(seed);
      RandomAgreements histories = new RandomAgreements(random);
      List<Fact> facts = histories.next(12);
      Instant moment = histories.moment(facts);
      SubscriptionView view = derive(facts, moment);
      Instant later = moment.plusSeconds(86_400L * (1 + random.nextInt(20)));

      if (view.nextTurn().filter(turn -> !turn.isAfter(later)).isEmpty()) {
        assertThat(derive(facts, later).state())
            .as("seed %d: %s until %s", seed, moment, later)
            .isEqualTo(view.state());
      }
    }
  }

  /** Today, a day ahead, or one that is past, also before the agreement itself. */
  private static int distance(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> random.nextInt(90);
      default -> -random.nextInt(800);
    };
  }

  private static Money part(SubscriptionState state, Money amount) {
    return state.terms().share() == null ? amount : state.terms().share().in(amount);
  }

  /** By the history: the last price whose first day has come, else the first. */
  private static LocalDate priceFrom(SubscriptionState state, LocalDate day) {
    List<SubscriptionState.PriceFrom> history = state.terms().priceHistory();
    return history.stream()
        .map(SubscriptionState.PriceFrom::from)
        .filter(from -> !from.isAfter(day))
        .max(Comparator.naturalOrder())
        .orElse(history.getFirst().from());
  }

  private static DueDates.Due due(DueCharge due) {
    return new DueDates.Due(
        due.scheduledOn(), new Charge(due.dueOn(), due.amount(), due.estimated()));
  }

  private static List<DueDates.Due> due(DueDates dueDates, Horizon horizon) {
    return Stream.iterate(
            dueDates.dueOnOrAfter(horizon.from()),
            next -> next.filter(due -> due.charge().dueOn().isBefore(horizon.until())).isPresent(),
            next -> dueDates.dueOnOrAfter(next.orElseThrow().charge().dueOn().plusDays(1)))
        .map(Optional::orElseThrow)
        .toList();
  }

  private static List<DueCharge> forecast(SubscriptionView view, Horizon horizon) {
    return Forecast.of(view.state().orElseThrow().outlook(), horizon).charges();
  }

  private static SubscriptionView derive(List<Fact> facts, Instant moment) {
    return Derivation.derive(NETFLIX, FactLog.of(facts), Subscriber.of(List.of()), moment);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
