package dev.perennial.backends;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component did not start; the message ends with the component's own last log lines. */
public final class StartupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartupFailure(String component, String reason, List<String> lastLogLines) {
    this(component, reason, lastLogLines, null);
  }

  StartupFailure(
      String component, String reason, List<String> lastLogLines, @Nullable Throwable cause) {
    super(component + " did not start: " + reason + quoted(lastLogLines), cause);
  }

  /** For a component inside this JVM: the chain of causes stands in for its log. */
  static StartupFailure because(String component, Throwable cause) {
    var reasons =
        Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
            .map(Throwable::toString)
            .toList();
    return new StartupFailure(component, "it failed within", reasons, cause);
  }

  /** Another process took the port between our test of it and the component's own bind. */
  boolean isLostPort() {
    var message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("address already in use") || message.contains("failed to bind");
  }

  private static String quoted(List<String> lines) {
    return lines.isEmpty() ? "" : "\n  | " + String.join("\n  | ", lines);
  }
}
