package dev.perennial.standalone.platform;

import java.time.Duration;
import java.util.List;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * The ids that ingest knows from the last days, in Redis. A sample of months is posted within
 * minutes: that those days are over is done by hand.
 */
final class IdIndex {
  private static final String KEYS = "ingest:id:*";
  private static final int PAGE = 1_000;
  private static final Duration A_MOMENT = Duration.ofMillis(200);

  private final RedisClient redis;

  IdIndex(RedisClient redis) {
    this.redis = redis;
  }

  /** Ingest takes every event as if it were a new one. */
  void forget() {
    // What ingest has just answered it notes a moment later.
    boolean more = remove() > 0;
    while (more && Await.pause(A_MOMENT)) {
      more = remove() > 0;
    }
  }

  private long remove() {
    ScanParams match = new ScanParams().match(KEYS).count(PAGE);
    String cursor = ScanParams.SCAN_POINTER_START;
    long removed = 0;
    do {
      ScanResult<String> page = redis.scan(cursor, match);
      List<String> keys = page.getResult();
      if (!keys.isEmpty()) {
        removed += redis.del(keys.toArray(String[]::new));
      }
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return removed;
  }
}
