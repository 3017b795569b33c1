package dev.perennial.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.oracle.Ticks.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TickRecordTest {
  private static final Instant FIRST = Instant.parse("2026-11-23T09:00:00Z");

  private final TickRecord record = TickRecord.parse("");

  @Test
  void ticksThatFollowEachOtherAreOneInterval() {
    record.add(3, 0, FIRST);
    record.add(3, 1, FIRST.plusSeconds(1));
    record.add(3, 2, FIRST.plusSeconds(2));

    assertThat(record.ticks().intervals())
        .isEqualTo(Map.of(3, List.of(new Interval(FIRST, FIRST.plusSeconds(2)))));
    assertThat(record.next(3)).isEqualTo(3);
    assertThat(record.next(4)).isZero();
  }

  @Test
  void aGapBeginsAnotherInterval() {
    Instant later = FIRST.plus(TickRecord.GAP).plusMillis(1);
    record.add(0, 0, FIRST);
    record.add(0, 1, later);

    assertThat(record.ticks().intervals().get(0))
        .containsExactly(new Interval(FIRST, FIRST), new Interval(later, later));
  }

  @Test
  void aTickThatIsNotLaterChangesNoInterval() {
    record.add(0, 0, FIRST);
    record.add(0, 1, FIRST.minusSeconds(1));
    record.add(0, 2, FIRST);

    assertThat(record.ticks().intervals().get(0)).containsExactly(new Interval(FIRST, FIRST));
    assertThat(record.next(0)).isEqualTo(3);
  }

  @Test
  void aRecordReadAgainGoesOnFromThere() {
    record.add(0, 7, FIRST);
    record.add(1, 8, FIRST.plusSeconds(60));

    TickRecord again = TickRecord.parse(record.text());
    again.add(0, 8, FIRST.plusSeconds(1));

    assertThat(again.ticks().intervals())
        .isEqualTo(
            Map.of(
                0, List.of(new Interval(FIRST, FIRST.plusSeconds(1))),
                1, List.of(new Interval(FIRST.plusSeconds(60), FIRST.plusSeconds(60)))));
    assertThat(again.next(0)).isEqualTo(9);
  }
}
