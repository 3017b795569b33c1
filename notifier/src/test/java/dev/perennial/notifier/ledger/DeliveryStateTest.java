package dev.perennial.notifier.ledger;

import static dev.perennial.notifier.ledger.DeliveryState.CLAIMED;
import static dev.perennial.notifier.ledger.DeliveryState.FAILED;
import static dev.perennial.notifier.ledger.DeliveryState.NO_DESTINATION;
import static dev.perennial.notifier.ledger.DeliveryState.PENDING;
import static dev.perennial.notifier.ledger.DeliveryState.SENT;
import static dev.perennial.notifier.ledger.DeliveryState.UNKNOWN;
import static dev.perennial.notifier.ledger.DeliveryState.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryStateTest {

  private static final Map<DeliveryState, Set<DeliveryState>> TABLE =
      Map.of(
          NO_DESTINATION, Set.of(),
          PENDING, Set.of(CLAIMED, VOIDED),
          CLAIMED, Set.of(SENT, FAILED, PENDING, UNKNOWN),
          UNKNOWN, Set.of(SENT, FAILED),
          SENT, Set.of(),
          FAILED, Set.of(),
          VOIDED, Set.of());

  @ParameterizedTest
  @EnumSource
  void movesOnlyAsTheTableSays(DeliveryState from) {
    for (var to : DeliveryState.values()) {
      assertThat(from.canBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
    }
  }

  @Test
  void nothingThatMayHaveBeenSentIsEverClaimableAgain() {
    var mayBeSent = EnumSet.of(SENT, UNKNOWN);

    assertThat(mayBeSent)
        .allSatisfy(state -> assertThat(reachableFrom(state)).doesNotContain(PENDING, CLAIMED));
  }

  @Test
  void anUpdateThatTheTableForbidsIsNotEvenBuilt() {
    assertThatThrownBy(() -> RowUpdate.move(SENT, PENDING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SENT to PENDING");
  }

  private static Set<DeliveryState> reachableFrom(DeliveryState state) {
    var reached = EnumSet.noneOf(DeliveryState.class);
    collect(state, reached);
    return reached;
  }

  private static void collect(DeliveryState state, Set<DeliveryState> reached) {
    for (var next : state.successors()) {
      if (reached.add(next)) {
        collect(next, reached);
      }
    }
  }
}
