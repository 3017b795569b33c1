package dev.perennial.notifier.dispatch;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Keeps trying to record what happened while the database is away. What is known after a send would
 * otherwise be lost and the delivery end as UNKNOWN without need.
 *
 * @param patience how long at most
 * @param pause between attempts
 */
record Persistence(Duration patience, Duration pause) {

  /**
   * @throws MongoException the last one, when patience is over or the thread is interrupted
   */
  boolean persist(BooleanSupplier write) {
    var giveUpAt = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return write.getAsBoolean();
      } catch (MongoException away) {
        if (System.nanoTime() - giveUpAt > 0 || !rested()) {
          throw away;
        }
      }
    }
  }

  private boolean rested() {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
