package dev.perennial.operations.connect;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redis.clients.jedis.RedisClient;

/** What the Redis sink wrote, read by a new connection each time: servers come and go here. */
record TotalsInRedis(String uri) {

  private static final String PREFIX = "perennial:e1:";

  Map<String, String> document(String id) {
    return hash(PREFIX + "subscriber-totals:" + id);
  }

  Map<String, String> watermarks() {
    return hash(PREFIX + "watermarks");
  }

  /** Every hash of the epoch, positions included. */
  Map<String, Map<String, String>> everything() {
    try (RedisClient client = RedisClient.create(uri)) {
      Set<String> keys = client.keys(PREFIX + "*");
      Map<String, Map<String, String>> everything = new TreeMap<>();
      keys.forEach(key -> everything.put(key, client.hgetAll(key)));
      return everything;
    }
  }

  void flush() {
    try (RedisClient client = RedisClient.create(uri)) {
      client.flushAll();
    }
  }

  private Map<String, String> hash(String key) {
    try (RedisClient client = RedisClient.create(uri)) {
      return client.hgetAll(key);
    }
  }
}
