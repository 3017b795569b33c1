package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.categoryFrom;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Facts;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.exchange.Exchange;
import dev.perennial.domain.exchange.RateTable;
import dev.perennial.domain.rate.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Movements against a run rate that is asked for every day, and against what the state says. */
class MovementsAgreeTest {

  /** On turning days alone, and yet as if every day had been looked at. */
  @Test
  void theyAreThoseThatEveryDayByItselfWouldShow() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      RandomAgreements agreements = new RandomAgreements(random);
      List<Fact> facts = new ArrayList<>(agreements.next(12));
      facts.add(
          Facts.at(
              "2026-06-01T12:00:00Z",
              "category",
              categoryFrom("films", LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)) + "")));
      Instant now = agreements.moment(facts);

      assertThat(view(facts, now).movements()).as("seed %d", seed).isEqualTo(dayByDay(facts, now));
    }
  }

  @Test
  void theirSumIsTheRunRateThatTheStateSays() {
    for (int seed = 0; seed < 3_000; seed++) {
      List<Event> history = new Histories(new Random(seed)).next();
      Instant now = Histories.BEGIN.plusSeconds(86_400L * new Random(seed).nextInt(600));
      SubscriptionView view =
          Derivation.derive(
              NETFLIX,
              FactLog.of(facts(history, SubscriptionData.class)),
              Subscriber.of(facts(history, SubscriberData.class)),
              now);

      assertThat(sums(view.movements())).as("seed %d", seed).isEqualTo(shown(view));
    }
  }

  private static List<Movement> dayByDay(List<Fact> facts, Instant now) {
    List<Fact> counted = FactLog.of(facts).counted();
    Subscriber subscriber = Subscriber.of(List.of());
    Agreement agreement = Agreement.of(counted, subscriber);
    Circumstances circumstances =
        new Circumstances(subscriber, agreement, new Exchange(RateTable.none()));
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    RunRates rates =
        new RunRates(
            agreement, new Estimate(Payments.of(counted, circumstances)), circumstances, today);
    List<Movement> movements = new ArrayList<>();
    Map<String, Money> before = Map.of();
    for (LocalDate day = LocalDate.of(2025, 12, 1); !day.isAfter(today); day = day.plusDays(1)) {
      Optional<Money> rate = rates.on(day).filter(amount -> !amount.isZero());
      Map<String, Money> after = new TreeMap<>();
      if (rate.isPresent()) {
        after.put(circumstances.categoryOn(day), rate.get());
      }
      movements.addAll(moved(day, before, after, movements.isEmpty()));
      before = after;
    }
    return movements;
  }

  private static List<Movement> moved(
      LocalDate day, Map<String, Money> before, Map<String, Money> after, boolean first) {
    List<Movement> movements = new ArrayList<>();
    if (before.isEmpty() || after.isEmpty()) {
      Movement.Kind start = first ? Movement.Kind.NEW : Movement.Kind.REACTIVATION;
      before.forEach((kind, sum) -> movements.add(movement(day, Movement.Kind.CHURN, kind, sum)));
      after.forEach((kind, sum) -> movements.add(movement(day, start, kind, sum)));
      return movements;
    }
    String old = before.keySet().iterator().next();
    String now = after.keySet().iterator().next();
    Money less = requireNonNull(before.get(old));
    Money more = requireNonNull(after.get(now));
    if (!old.equals(now) || !less.currency().equals(more.currency())) {
      movements.add(movement(day, Movement.Kind.CONTRACTION, old, less));
      movements.add(movement(day, Movement.Kind.EXPANSION, now, more));
      return movements;
    }
    int direction = more.value().compareTo(less.value());
    if (direction > 0) {
      movements.add(movement(day, Movement.Kind.EXPANSION, now, more.plus(less.negated())));
    } else if (direction < 0) {
      movements.add(movement(day, Movement.Kind.CONTRACTION, now, less.plus(more.negated())));
    }
    return movements;
  }

  private static Movement movement(
      LocalDate day, Movement.Kind kind, String category, Money amount) {
    return new Movement(day, kind, category, amount);
  }

  private static Map<String, Money> sums(List<Movement> movements) {
    Map<String, Money> sums = new TreeMap<>();
    for (Movement each : movements) {
      sums.merge(each.category() + " " + each.amount().currency(), each.signed(), Money::plus);
    }
    sums.values().removeIf(Money::isZero);
    return sums;
  }

  private static Map<String, Money> shown(SubscriptionView view) {
    Map<String, Money> shown = new TreeMap<>();
    view.state()
        .ifPresent(
            state -> {
              Money rate = state.spending().runRate();
              if (rate != null && !rate.isZero()) {
                shown.put(state.category() + " " + rate.currency(), rate);
              }
            });
    return shown;
  }

  private static List<Fact> facts(List<Event> history, Class<?> kind) {
    return history.stream().map(Event::fact).filter(fact -> kind.isInstance(fact.data())).toList();
  }

  private static SubscriptionView view(List<Fact> facts, Instant now) {
    return Derivation.derive(NETFLIX, FactLog.of(facts), Subscriber.of(List.of()), now);
  }
}
