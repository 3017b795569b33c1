package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Facts;
import dev.perennial.domain.Money;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Promise 2: order and repetition of events do not matter for any projection. */
class OrderAndRepetitionTest {

  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final long SEED = 42;

  @Test
  void shuffledAndRepeatedHistoriesGiveEqualViews() {
    for (int i = 0; i < 10_000; i++) {
      Random random = new Random(SEED + i);
      List<Fact> history = history(random);
      List<Fact> disturbed = disturbed(history, random);

      assertThat(comparable(disturbed)).as("seed %d", SEED + i).isEqualTo(comparable(history));
    }
  }

  /** Due dates have no equality of their own; what they answer is in the state. */
  private static Object comparable(List<Fact> facts) {
    SubscriptionView view =
        Derivation.derive(
            NETFLIX, FactLog.of(facts), Subscriber.of(facts), BEGIN.plus(500, ChronoUnit.DAYS));
    return List.of(
        view.state(), view.payments(), view.facts(), view.nextTurn(), view.contributions());
  }

  private static List<Fact> disturbed(List<Fact> history, Random random) {
    List<Fact> disturbed = new ArrayList<>(history);
    for (Fact fact : history) {
      if (random.nextInt(3) == 0) {
        disturbed.add(receivedLater(fact));
      }
    }
    Collections.shuffle(disturbed, random);
    return disturbed;
  }

  private static Fact receivedLater(Fact fact) {
    return new Fact(
        fact.id(),
        fact.time(),
        fact.digest(),
        fact.receivedAt().plusSeconds(3_600),
        fact.mode(),
        fact.data());
  }

  private static List<Fact> history(Random random) {
    List<Fact> facts = new ArrayList<>();
    int count = 20 + random.nextInt(181);
    for (int i = 0; i < count; i++) {
      Instant time = BEGIN.plus(random.nextInt(480 * 24), ChronoUnit.HOURS);
      String id = "e" + random.nextInt(count * 2);
      facts.add(Facts.at(time.toString(), id, data(random)));
    }
    return facts;
  }

  private static EventData data(Random random) {
    String payment = "p" + random.nextInt(8);
    String euros = random.nextInt(1, 50) + ".50";
    String day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500)).toString();
    return switch (random.nextInt(18)) {
      case 0 -> Facts.started("2025-01-31", euros, random.nextBoolean() ? "2025-02-14" : null);
      case 1 -> Facts.priceFrom(euros, "2025-%02d-15".formatted(1 + random.nextInt(12)));
      case 2 -> new SubscriptionPaused(null);
      case 3 -> new SubscriptionResumed(SubscriptionResumed.Anchor.values()[random.nextInt(2)]);
      case 4 -> new SubscriptionCancelled(null, random.nextBoolean());
      case 5 -> new SubscriptionReactivated();
      case 6 -> Facts.livesIn(random.nextBoolean() ? "Pacific/Auckland" : "America/New_York");
      case 7 -> Facts.failed(payment, euros);
      case 8 -> Facts.refunded(payment, "r" + random.nextInt(4), euros);
      case 9 -> new ChangeWithdrawn("e" + random.nextInt(40));
      case 10 ->
          new ChargeAnnounced(new AnnouncedCharge(LocalDate.parse(day), Money.of(euros, "EUR")));
      case 11 -> new PaymentCorrected(payment, Money.of(euros, "EUR"), null);
      case 12 -> new PaymentVoided(payment);
      case 13 -> Facts.changed(limits(random), random.nextBoolean() ? day : null);
      case 14 -> Facts.changed(variable(euros), day);
      default -> Facts.paid(payment, euros);
    };
  }

  private static Facets limits(Random random) {
    Integer occurrences = random.nextBoolean() ? 1 + random.nextInt(30) : null;
    Notice notice = new Notice(1 + random.nextInt(40), PeriodUnit.values()[random.nextInt(4)]);
    return new Facets(
        null, null, null, null, null, null, null, null, null, null, occurrences, notice, null);
  }

  private static Facets variable(String euros) {
    Price price = new Price(Price.Kind.VARIABLE, Money.of(euros, "EUR"));
    return new Facets(
        null, null, null, price, null, null, null, null, null, null, null, null, null);
  }
}
