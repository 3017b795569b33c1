package dev.perennial.standalone.platform;

import java.io.IOException;
import java.time.Duration;

/** Switches the processor's ticker. */
final class BusinessClock {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);

  private final ServiceProcess processor;
  private volatile boolean ticking;

  BusinessClock(ServiceProcess processor) {
    this.processor = processor;
  }

  boolean isTicking() {
    return ticking;
  }

  /**
   * @throws PlatformException where the processor does not answer within a minute
   */
  void set(boolean enabled) {
    String json = "{\"enabled\":" + enabled + "}";
    Await.until(
        ANSWERS_WITHIN,
        () -> accepted(json),
        () -> "the ticker does not answer at " + processor.managementUrl());
    ticking = enabled;
  }

  private boolean accepted(String json) {
    try {
      var ticker = processor.managementUrl().resolve("/actuator/ticker");
      return Http.post(ticker, json).statusCode() / 100 == 2;
    } catch (IOException notYet) {
      return false;
    }
  }
}
