package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionStatus;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's seconds, and deliveries in any order: the state is the same, and by the stated rule. */
class WithinASecondTest {

  private static final Instant SECOND = Instant.parse("2026-11-10T09:00:00Z");
  private static final Instant PERIOD_END = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant AS_OF = Instant.parse("2026-11-20T12:00:00Z");

  private final FoldedHooks folded = new FoldedHooks();
  private final ObjectNode created = hook("subscription-created", "evt_9");
  private final ObjectNode cancelled = hook("subscription-updated-cancelled", "evt_8");
  private final ObjectNode takenBack = hook("subscription-updated-taken-back", "evt_3");
  private final ObjectNode paused = hook("subscription-updated-paused", "evt_6");
  private final ObjectNode deleted = hook("subscription-deleted", "evt_0");

  @Test
  void everyOrderOfOneSecondShouldComeToTheSameState() {
    List<ObjectNode> hooks =
        List.of(created, cancelled, takenBack, paused, updated("evt_4", 1499, PERIOD_END), deleted);
    SubscriptionView expected = view(hooks);
    List<List<ObjectNode>> orders = new ArrayList<>();
    permute(new ArrayList<>(hooks), 0, orders);
    assertThat(orders).hasSize(720);
    for (List<ObjectNode> order : orders) {
      assertThat(view(order).state()).isEqualTo(expected.state());
    }
  }

  @Test
  void deliveriesThatComeAgainAndLateShouldChangeNothing() {
    List<ObjectNode> all = new ArrayList<>();
    for (String name : StripePayloads.names()) {
      all.add(StripePayloads.payload(name));
    }
    SubscriptionView expected = view(all);
    assertThat(expected.contributions()).isNotEmpty();
    long seed = 20_261_128L;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<ObjectNode> again = new ArrayList<>(all);
      again.addAll(all.subList(0, random.nextInt(all.size())));
      Collections.shuffle(again, random);
      SubscriptionView view = view(again);
      assertThat(view.state()).as("seed " + seed).isEqualTo(expected.state());
      assertThat(view.contributions()).as("seed " + seed).isEqualTo(expected.contributions());
    }
  }

  @Test
  void ofTwoUpdatesTheOneWithTheLaterPeriodShouldCountWhateverItsId() {
    ObjectNode renewed = updated("evt_1", 1499, PERIOD_END.plusSeconds(31 * 86_400));
    ObjectNode before = updated("evt_7", 1299, PERIOD_END);
    assertThat(priceOf(List.of(created, renewed, before))).isEqualTo("14.99");
    assertThat(priceOf(List.of(created, before, renewed))).isEqualTo("14.99");
  }

  @Test
  void ofTwoUpdatesOfOnePeriodTheGreaterIdShouldCount() {
    ObjectNode one = updated("evt_1", 1499, PERIOD_END);
    ObjectNode two = updated("evt_2", 1599, PERIOD_END);
    assertThat(priceOf(List.of(created, two, one))).isEqualTo("15.99");
    assertThat(priceOf(List.of(two, one, created))).isEqualTo("15.99");
  }

  @Test
  void aStartShouldComeBeforeItsUpdatesWhateverItsId() {
    assertThat(priceOf(List.of(updated("evt_1", 1499, PERIOD_END), created))).isEqualTo("14.99");
  }

  @Test
  void whatIsTakenBackInTheSecondOfItsCancellationShouldGoOn() {
    assertThat(status(List.of(takenBack, cancelled, created))).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(status(List.of(cancelled, created))).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void nothingShouldComeBehindTheEnd() {
    ((ObjectNode) deleted.path("data").path("object")).put("ended_at", SECOND.getEpochSecond());
    assertThat(status(List.of(deleted, paused, takenBack, cancelled, created)))
        .isEqualTo(SubscriptionStatus.ENDED);
  }

  private static ObjectNode hook(String name, String id) {
    return StripePayloads.payload(name).put("id", id).put("created", SECOND.getEpochSecond());
  }

  private static ObjectNode updated(String id, int price, Instant periodEnd) {
    ObjectNode hook = hook("subscription-updated-two-items", id);
    ObjectNode item = (ObjectNode) StripePayloads.object(hook).path("items").path("data").get(0);
    item.put("quantity", 1).put("current_period_end", periodEnd.getEpochSecond());
    ((ObjectNode) item.path("price")).put("unit_amount_decimal", Integer.toString(price));
    StripePayloads.object(hook).putObject("items").putArray("data").add(item);
    return hook;
  }

  private String priceOf(List<ObjectNode> hooks) {
    return view(hooks).state().orElseThrow().terms().price().amount().value().toPlainString();
  }

  private SubscriptionStatus status(List<ObjectNode> hooks) {
    return view(hooks).state().map(SubscriptionState::status).orElseThrow();
  }

  private SubscriptionView view(List<ObjectNode> hooks) {
    return folded.view(hooks, AS_OF);
  }

  private static void permute(List<ObjectNode> hooks, int from, List<List<ObjectNode>> orders) {
    if (from == hooks.size()) {
      orders.add(List.copyOf(hooks));
    }
    for (int i = from; i < hooks.size(); i++) {
      Collections.swap(hooks, from, i);
      permute(hooks, from + 1, orders);
      Collections.swap(hooks, from, i);
    }
  }
}
