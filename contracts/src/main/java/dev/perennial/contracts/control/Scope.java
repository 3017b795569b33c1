package dev.perennial.contracts.control;

import java.util.Arrays;
import java.util.Optional;

/** What an API key permits. */
public enum Scope {
  EVENTS_WRITE("events:write"),

  /** History of any age, beside events:write. */
  EVENTS_BACKFILL("events:backfill"),

  /** Rates hold for every tenant: a key of the platform's operator, beside events:write. */
  RATES_WRITE("rates:write"),

  DESTINATIONS_WRITE("destinations:write"),
  READ("read");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<Scope> byName(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findFirst();
  }
}
