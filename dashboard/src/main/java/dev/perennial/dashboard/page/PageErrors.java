package dev.perennial.dashboard.page;

import dev.perennial.dashboard.DashboardSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Logs what went wrong on a page under an id that the page shows, so that who calls for help can
 * name it. Reports from browsers are bounded, in number and in length: anybody may send them.
 */
@Component
class PageErrors {

  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
  private static final int ID_BYTES = 5;
  private static final int LONGEST = 500;

  private final SecureRandom random = new SecureRandom();
  private final MeterRegistry meters;
  private final Clock clock;
  private final int perMinute;

  private Instant minute = Instant.EPOCH;
  private int reported;

  PageErrors(MeterRegistry meters, DashboardSettings settings, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    this.perMinute = settings.reportsPerMinute();
  }

  /** Logs a panel that failed on the server and returns the failure's id. */
  String failed(String panel, RuntimeException failure) {
    String id = newId();
    count("server");
    LOG.atError()
        .addKeyValue("errorId", id)
        .addKeyValue("panel", panel)
        .setCause(failure)
        .log("a panel failed");
    return id;
  }

  /**
   * Logs what a browser reports.
   *
   * @return its id; empty if there were too many in this minute
   */
  Optional<String> reported(String panel, String kind, String message) {
    if (!permitted()) {
      return Optional.empty();
    }
    String id = newId();
    count("browser");
    LOG.atWarn()
        .addKeyValue("errorId", id)
        .addKeyValue("panel", bounded(panel))
        .addKeyValue("kind", bounded(kind))
        .addKeyValue("report", bounded(message))
        .log("a page reported an error");
    return Optional.of(id);
  }

  private void count(String where) {
    meters.counter("perennial.dashboard.page.errors", "where", where).increment();
  }

  private synchronized boolean permitted() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      reported = 0;
    }
    reported++;
    return reported <= perMinute;
  }

  /** Without line breaks and other control characters, which could forge lines of the log. */
  private static String bounded(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", " ");
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
