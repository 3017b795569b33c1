package dev.perennial.starter.limit;

import dev.perennial.contracts.control.KeyLimits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is limited. */
public enum Kind {
  REQUESTS,
  EVENTS,
  BYTES;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A key's own limit a second, where it has one. */
  @Nullable Long of(KeyLimits limits) {
    return switch (this) {
      case REQUESTS -> limits.requests();
      case EVENTS -> limits.events();
      case BYTES -> limits.bytes();
    };
  }
}
