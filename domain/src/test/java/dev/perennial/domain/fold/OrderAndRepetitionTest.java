package dev.perennial.domain.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.ReferenceEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Promise 2: order and repetition of events do not matter for any projection. */
class OrderAndRepetitionTest {

  private static final long SEED = 42;

  /** Too many for every mutant, which the rules' own tests find. */
  @Test
  @Tag("many")
  void shuffledAndRepeatedHistoriesGiveEqualViews() {
    for (int i = 0; i < 10_000; i++) {
      Random random = new Random(SEED + i);
      List<Object> history = new ArrayList<>(new Histories(random).next());
      history.addAll(new References(random).next());
      List<Object> disturbed = disturbed(history, random);
      Instant now = Histories.BEGIN.plus(200 + random.nextInt(300), ChronoUnit.DAYS);

      assertThat(Arrived.inOrder(disturbed).answers(now))
          .as("seed %d", SEED + i)
          .isEqualTo(Arrived.inOrder(history).answers(now));
    }
  }

  @Test
  void whatIsForgottenOneByOneIsWhatIsForgottenAtOnce() {
    for (int i = 0; i < 1_000; i++) {
      List<Event> history = new Histories(new Random(SEED + i)).next();
      Arrived arrived = Arrived.inOrder(history);
      List<Fact> kept = new ArrayList<>(arrived.subscription().facts());
      kept.addAll(arrived.owner().facts());

      assertThat(FactLog.of(kept))
          .as("seed %d", SEED + i)
          .isEqualTo(
              FactLog.of(
                  Erasure.of(history).remaining(history).stream().map(Event::fact).toList()));
    }
  }

  private static List<Object> disturbed(List<Object> history, Random random) {
    List<Object> disturbed = new ArrayList<>(history);
    for (Object event : history) {
      if (random.nextInt(3) == 0) {
        disturbed.add(again(event));
      }
    }
    Collections.shuffle(disturbed, random);
    return disturbed;
  }

  private static Object again(Object event) {
    return switch (event) {
      case Event own -> new Event(own.subscriber(), own.subject(), receivedLater(own.fact()));
      case ReferenceEvent reference ->
          new ReferenceEvent(
              reference.tenantId(), reference.subject(), receivedLater(reference.fact()));
      default -> throw new IllegalStateException("No event");
    };
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
}
