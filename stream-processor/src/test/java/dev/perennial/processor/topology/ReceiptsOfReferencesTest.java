package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.processor.state.StoredFact;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender of reference data is told by the first partition alone, whatever becomes of it. */
class ReceiptsOfReferencesTest {

  private static final ReferenceEvent EVENT = References.tenantIn("EUR", "2026-01-01T00:00:00Z");

  @Test
  void theFirstPartitionTells() {
    assertThat(Receipts.ofReference("acme", stored(), 0)).isPresent();
    assertThat(Receipts.ofUnreadableReference(origin(0), "why")).isNotNull();
    assertThat(Receipts.ofRefused(arrived(0), "why")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11})
  void noOtherDoes(int partition) {
    assertThat(Receipts.ofReference("acme", stored(), partition)).isEmpty();
    assertThat(Receipts.ofUnreadableReference(origin(partition), "why")).isNull();
    assertThat(Receipts.ofRefused(arrived(partition), "why")).isNull();
  }

  private static StoredFact stored() {
    return new StoredFact(EVENT.fact(), 7, FactStatus.Outcome.APPLIED);
  }

  private static Work.ReferenceArrived arrived(int partition) {
    return new Work.ReferenceArrived(EVENT, origin(partition), null);
  }

  private static Origin origin(int partition) {
    var record = EventRecordCodec.encode(EVENT, partition);
    return new Origin(
        "reference-data",
        partition,
        7,
        Instant.EPOCH,
        record.key(),
        record.value(),
        record.headers());
  }
}
