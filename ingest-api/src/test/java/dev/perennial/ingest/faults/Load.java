package dev.perennial.ingest.faults;

import dev.perennial.ingest.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Clients that post one event after the other, and the ledger of what they were told. They stand
 * behind a load balancer: where it sees the service unready, nothing is sent.
 */
final class Load implements AutoCloseable {

  private final int port;
  private final String key;
  private final String prefix;
  private final AtomicInteger next = new AtomicInteger();
  private final Set<String> accepted = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Set<String> unknown = new ConcurrentSkipListSet<>();
  private final Set<String> surprises = new ConcurrentSkipListSet<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean open = true;

  /**
   * @param balancer whether requests are sent to the service now
   */
  Load(int port, String key, String prefix, int clients, BooleanSupplier balancer) {
    this.port = port;
    this.key = key;
    this.prefix = prefix;
    for (int client = 0; client < clients; client++) {
      this.clients.add(Thread.ofPlatform().daemon().start(() -> post(balancer)));
    }
  }

  private void post(BooleanSupplier balancer) {
    while (open) {
      if (balancer.getAsBoolean()) {
        post(prefix + next.getAndIncrement());
      } else {
        Thread.onSpinWait();
        Thread.yield();
      }
    }
  }

  /** One event, always the same of an id. */
  static Exchange post(int port, String key, String id) {
    String event = Events.paid(id, "s" + Math.floorMod(id.hashCode(), 50));
    return Exchange.post(port, key, Events.STRUCTURED, event);
  }

  private void post(String id) {
    Exchange exchange = post(port, key, id);
    switch (exchange.status()) {
      case 202 -> accepted.add(id);
      case 503 -> {
        refused.add(id);
        if (!exchange.retryAfter()) {
          surprises.add("503 without Retry-After");
        }
      }
      case 0 -> {
        if (exchange.connected()) {
          unknown.add(id);
        }
      }
      default -> surprises.add("status " + exchange.status());
    }
  }

  int acceptedSoFar() {
    return accepted.size();
  }

  int refusedSoFar() {
    return refused.size();
  }

  /** Answered with 202. */
  Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /** Sent, and the connection ended without an answer. */
  Set<String> unknown() {
    return Set.copyOf(unknown);
  }

  /** Answers that there should not be. */
  Set<String> surprises() {
    return Set.copyOf(surprises);
  }

  /** Ends the clients, each after its request. */
  @Override
  public void close() {
    open = false;
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
