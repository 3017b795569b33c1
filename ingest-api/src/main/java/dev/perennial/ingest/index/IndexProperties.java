package dev.perennial.ingest.index;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the index of ids remembers.
 *
 * @param duplicateWindow from its acceptance on, how long an event is known; 7 days by default, 0
 *     for no index at all
 */
@ConfigurationProperties("perennial.ingest")
public record IndexProperties(@DefaultValue("7d") Duration duplicateWindow) {

  public IndexProperties {
    if (duplicateWindow.isNegative()) {
      throw new IllegalArgumentException(
          "perennial.ingest.duplicate-window must be 0 or more: 0 is no index");
    }
  }
}
