package dev.perennial.ingest.pressure;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Room of one or several kinds (records, bytes) that tenants share. A tenant that is alone may have
 * all of it. Where others come too, a tenant over its share leaves them headroom; and for five
 * seconds after another found no room, it gets nothing more. A share is the total by the tenants
 * that have or want something, a twentieth at least. A tenant that has nothing is never over its
 * share.
 */
public final class FairShare {

  /** Longer than the Retry-After of who was refused: room is there when it comes back. */
  private static final Duration WANTS = Duration.ofSeconds(5);

  private static final Duration COMES = Duration.ofSeconds(10);
  private static final int SMALLEST_SHARE = 20;
  private static final int HEADROOM = 8;

  private final long[] totals;
  private final long[] used;
  private final LongSupplier nanoTime;
  private final Map<String, long[]> held = new HashMap<>();
  private final Lately wanting = new Lately(WANTS);
  private final Lately coming = new Lately(COMES);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition given = lock.newCondition();
  private int waiting;

  /**
   * @param totals of each kind, positive
   */
  public FairShare(long... totals) {
    this(System::nanoTime, totals);
  }

  FairShare(LongSupplier nanoTime, long... totals) {
    this.nanoTime = nanoTime;
    this.totals = totals.clone();
    this.used = new long[totals.length];
  }

  /** Room that a tenant has until it gives it back. */
  public final class Grant {

    private final String tenant;
    private final long[] amounts;
    private boolean over;

    private Grant(String tenant, long[] amounts) {
      this.tenant = tenant;
      this.amounts = amounts;
    }

    /** May be called more than once. */
    public void giveBack() {
      lock.lock();
      try {
        if (!over) {
          over = true;
          takeBack(tenant, amounts);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Whether so much is ever there. */
  public boolean holds(long... amounts) {
    return below(new long[totals.length], amounts, totals);
  }

  /**
   * Takes room.
   *
   * @param patience how long to wait for it; zero for not at all
   * @param amounts of each kind, 0 or more
   * @return empty if there was none for this tenant
   */
  public Optional<Grant> take(String tenant, Duration patience, long... amounts) {
    lock.lock();
    try {
      if (!fits(tenant, amounts) && !waited(tenant, patience, amounts)) {
        return Optional.empty();
      }
      wanting.forget(tenant);
      add(used, amounts, 1);
      add(held.computeIfAbsent(tenant, first -> new long[totals.length]), amounts, 1);
      return Optional.of(new Grant(tenant, amounts.clone()));
    } finally {
      lock.unlock();
    }
  }

  private boolean waited(String tenant, Duration patience, long[] amounts) {
    waiting++;
    try {
      wanting.note(tenant, nanoTime.getAsLong());
      long left = patience.toNanos();
      while (left > 0) {
        long pause = Math.min(left, WANTS.toNanos() / 2);
        left -= pause - Math.max(0, given.awaitNanos(pause));
        if (fits(tenant, amounts)) {
          return true;
        }
        wanting.note(tenant, nanoTime.getAsLong());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      waiting--;
    }
    return false;
  }

  private boolean fits(String tenant, long[] amounts) {
    long now = nanoTime.getAsLong();
    coming.note(tenant, now);
    if (!below(used, amounts, totals)) {
      return false;
    }
    if (!coming.others(tenant, now) && !wanting.others(tenant, now)) {
      return true;
    }
    return isWithinItsShare(tenant, amounts, now)
        || (!wanting.others(tenant, now) && below(used, amounts, withHeadroom()));
  }

  private boolean isWithinItsShare(String tenant, long[] amounts, long now) {
    long[] own = held.get(tenant);
    if (own == null) {
      return true;
    }
    long wantingOnly = wanting.tenants(now).stream().filter(one -> !held.containsKey(one)).count();
    // Who comes now and then counts for one, though it has nothing at the moment.
    long parts = Math.clamp(held.size() + wantingOnly, 2, SMALLEST_SHARE);
    return below(own, amounts, Arrays.stream(totals).map(total -> total / parts).toArray());
  }

  private long[] withHeadroom() {
    return Arrays.stream(totals).map(total -> total - total / HEADROOM).toArray();
  }

  private static boolean below(long[] had, long[] more, long[] limits) {
    for (int kind = 0; kind < limits.length; kind++) {
      if (had[kind] + more[kind] > limits[kind]) {
        return false;
      }
    }
    return true;
  }

  private void takeBack(String tenant, long[] amounts) {
    add(used, amounts, -1);
    held.computeIfPresent(
        tenant,
        (name, own) -> {
          add(own, amounts, -1);
          return isNothing(own) ? null : own;
        });
    if (waiting > 0) {
      given.signalAll();
    }
  }

  private static boolean isNothing(long[] amounts) {
    for (long amount : amounts) {
      if (amount != 0) {
        return false;
      }
    }
    return true;
  }

  private static void add(long[] sums, long[] amounts, int sign) {
    for (int kind = 0; kind < sums.length; kind++) {
      sums[kind] += sign * amounts[kind];
    }
  }

  /** How much of a kind is taken. */
  public long used(int kind) {
    lock.lock();
    try {
      return used[kind];
    } finally {
      lock.unlock();
    }
  }

  /** Whether somebody waits for room. */
  boolean isAwaited() {
    lock.lock();
    try {
      return waiting > 0;
    } finally {
      lock.unlock();
    }
  }
}
