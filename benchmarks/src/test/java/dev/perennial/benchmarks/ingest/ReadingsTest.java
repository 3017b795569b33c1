package dev.perennial.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadingsTest {

  @Test
  void shouldCompareWithWhatWasMeasuredInTheSameRound() {
    Readings readings = new Readings();
    for (int round = 1; round <= 3; round++) {
      readings.add(round, Readings.INGEST, Form.SINGLE, 64, reading(700L * round));
      readings.add(round, Readings.BARE, Form.SINGLE, 64, reading(1_000L * round));
      readings.add(round, Readings.INGEST, Form.BATCH, 16, reading(3_000L * round));
      readings.add(round, Readings.BARE, Form.BATCH, 16, reading(5_000L * round));
      readings.addProducer(round, 1, 10_000.0 * round);
    }

    assertThat(readings.summary())
        .contains(
            "ingest single at 64,events/s,700,1400,2100",
            "ingest single at 64,per bare,0.70,0.70,0.70",
            "ingest batch at 16,per bare,0.60,0.60,0.60",
            "ingest batch at 16,per producer-perf-test,0.30,0.30,0.30",
            "producer-perf-test,records/s,10000,20000,30000");
    assertThat(readings.raw())
        .hasSize(16)
        .contains("1,single,ingest,64,700,700,1.00,2.00,3.00,5.0,6.0,7.0")
        .contains("3,producer-perf-test,producer-perf-test,1,30000,30000,,,,0.0,0.0,0.0");
  }

  @Test
  void shouldKeepOnlyWholeRunsAmongTheResults() {
    assertThat(Options.parse().results()).isEqualTo(Path.of("benchmarks", "results"));
    assertThat(Options.parse("--quick").results()).isEqualTo(Path.of("benchmarks", "target"));
    assertThat(Options.parse("--only", "single,producer", "--connections", "64"))
        .satisfies(
            options -> {
              assertThat(options.forms()).containsExactly(Form.SINGLE);
              assertThat(options.measures(16)).isFalse();
              assertThat(options.producer()).isTrue();
              assertThat(options.results()).isEqualTo(Path.of("benchmarks", "target"));
            });
    assertThatThrownBy(() -> Options.parse("--rounds")).hasMessage("--rounds needs a value");
    assertThatThrownBy(() -> Options.parse("--fast")).hasMessage("Unknown option --fast");
  }

  @Test
  void shouldSayHowOftenTheGuardsWereLeftOut() {
    Guards before = Guards.of("perennial_ingest_index_skipped_total 2.0\n");
    Guards after =
        Guards.of(
            """
            # TYPE perennial_ingest_index_skipped_total counter
            perennial_ingest_index_skipped_total 1.2E3
            perennial_limits_fallback_total{application="ingest-api"} 7.0
            """);

    assertThat(after.since(before)).isEqualTo(new Guards(1_198, 7));
  }

  private static Measuring.Reading reading(long events) {
    return new Measuring.Reading(new Figures(events, 1, events, 1, 2, 3, 0), 5, 6, 7);
  }
}
