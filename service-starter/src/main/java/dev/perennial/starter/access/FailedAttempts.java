package dev.perennial.starter.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invalid keys by address, in this process alone and for a minute from the first. Of IPv6 the first
 * 64 bits count: one customer has at least as many addresses as the rest can name.
 */
final class FailedAttempts {

  static final Duration WINDOW = Duration.ofMinutes(1);

  private static final int REMEMBERED = 10_000;
  private static final int NETWORK_BYTES = 8;

  /** Tended by who reads them: every request does, and another thread would be woken for it. */
  private final Cache<String, Window> windows =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(REMEMBERED).build();

  private final int permitted;
  private final Clock clock;

  private record Window(Instant start, int failures) {

    Instant end() {
      return start.plus(WINDOW);
    }
  }

  /**
   * @param permitted failures in a window, at least 1
   */
  FailedAttempts(int permitted, Clock clock) {
    this.permitted = permitted;
    this.clock = clock;
  }

  void count(String address) {
    Instant now = clock.instant();
    windows.asMap().compute(network(address), (network, window) -> oneMore(window, now));
  }

  /** How long the address is refused from now on; empty where it is not. */
  Optional<Duration> blockedFor(String address) {
    Window window = windows.getIfPresent(network(address));
    Instant now = clock.instant();
    if (window == null || window.failures() < permitted || !now.isBefore(window.end())) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, window.end()));
  }

  private static Window oneMore(@Nullable Window window, Instant now) {
    return window == null || !now.isBefore(window.end())
        ? new Window(now, 1)
        : new Window(window.start(), window.failures() + 1);
  }

  /** A text with a colon is a literal or nothing: no name is ever resolved. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      // An IPv4 address may come as ::ffff:192.0.2.1, in several ways of writing.
      return parsed instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException none) {
      return address;
    }
  }
}
