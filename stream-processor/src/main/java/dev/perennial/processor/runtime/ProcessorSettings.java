package dev.perennial.processor.runtime;

import dev.perennial.processor.topology.Mode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How this instance runs.
 *
 * @param stateFolder where the stores lie between two starts; without one they are rebuilt from
 *     their changelogs at every start. It belongs to one cluster's data: never point it at
 *     another's.
 * @param threads that share the partitions, 2 by default
 * @param standbyReplicas warm copies of the stores on other instances; null means 0 in development,
 *     else 1
 * @param commitInterval how long results wait until readers see them, 100 ms by default
 * @param storeMemory of all RocksDB stores of the process together, 96 MB by default
 * @param recordCache of all stores of the process together, 32 MB by default
 * @param tickInterval 10 s by default, at least 100 ms
 * @param tickerEnabled whether the clock runs from the start, true by default
 * @param replay whether it builds its epoch beside the serving one and raises no alerts, false by
 *     default
 */
@Validated
@ConfigurationProperties("perennial.processor")
public record ProcessorSettings(
    @Nullable Path stateFolder,
    @DefaultValue("2") @Min(1) @Max(64) int threads,
    @Nullable @Min(0) @Max(3) Integer standbyReplicas,
    @DefaultValue("100ms") Duration commitInterval,
    @DefaultValue("96MB") DataSize storeMemory,
    @DefaultValue("32MB") DataSize recordCache,
    @DefaultValue("10s") Duration tickInterval,
    @DefaultValue("true") boolean tickerEnabled,
    @DefaultValue("false") boolean replay) {

  Mode mode() {
    return replay ? Mode.REPLAY : Mode.SERVING;
  }

  private static final Duration SHORTEST_TICK = Duration.ofMillis(100);

  public ProcessorSettings {
    if (tickInterval.compareTo(SHORTEST_TICK) < 0) {
      throw new IllegalArgumentException(
          "perennial.processor.tick-interval is at least 100 ms, not " + tickInterval);
    }
  }
}
