package dev.perennial.processor.ticker;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Switches the clock on and off, on the management port: {@code POST {"enabled": true}}. */
@Endpoint(id = "ticker")
final class TickerEndpoint {

  private final Ticker ticker;

  TickerEndpoint(Ticker ticker) {
    this.ticker = ticker;
  }

  record State(boolean enabled) {}

  @ReadOperation
  State state() {
    return new State(ticker.isEnabled());
  }

  @WriteOperation
  State enable(boolean enabled) {
    ticker.enable(enabled);
    return state();
  }
}
