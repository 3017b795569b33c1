package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Facts;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import java.time.Instant;
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
    for (int i = 0; i < 1_000; i++) {
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
        view.state(), view.payments(), view.facts(), view.nextMoment(), view.contributions());
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
    int count = 5 + random.nextInt(40);
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
    return switch (random.nextInt(12)) {
      case 0 -> Facts.started("2025-01-31", euros, random.nextBoolean() ? "2025-02-14" : null);
      case 1 -> Facts.priceFrom(euros, "2025-%02d-15".formatted(1 + random.nextInt(12)));
      case 2 -> new SubscriptionPaused(null);
      case 3 -> new SubscriptionResumed(SubscriptionResumed.Anchor.values()[random.nextInt(2)]);
      case 4 -> new SubscriptionCancelled(null, random.nextBoolean());
      case 5 -> new SubscriptionReactivated();
      case 6 -> Facts.livesIn(random.nextBoolean() ? "Pacific/Auckland" : "America/New_York");
      case 7 -> Facts.failed(payment, euros);
      case 8 -> Facts.refunded(payment, "r" + random.nextInt(4), euros);
      default -> Facts.paid(payment, euros);
    };
  }
}
