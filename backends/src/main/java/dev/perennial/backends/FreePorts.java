package dev.perennial.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/**
 * Hands out TCP ports that are free on loopback, each at most once in this JVM.
 *
 * <p>They lie below the ranges that Linux (32768 on) and macOS (49152 on) use for outgoing
 * connections, so that no client can take one between our test and the component's bind.
 */
public final class FreePorts {
  private static final int FIRST = 18_000;
  private static final int LAST = 31_999;
  private static final int ATTEMPTS = 2_000;
  private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** A port in 18000 to 31999; throws {@link IllegalStateException} where none can be found. */
  public static int next() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      if (HANDED_OUT.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free loopback port between " + FIRST + " and " + LAST);
  }

  /** Whether the port can be bound now, on loopback and on every address. */
  static boolean isFree(int port) {
    return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && canBind(new InetSocketAddress(port));
  }

  /** Starts a component on a port of our choice, and once more where the race for it was lost. */
  static <T> T startOn(IntFunction<T> start) {
    try {
      return start.apply(next());
    } catch (StartupFailure failure) {
      if (!failure.isLostPort()) {
        throw failure;
      }
      return start.apply(next());
    }
  }

  private static boolean canBind(InetSocketAddress address) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
