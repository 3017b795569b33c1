package dev.perennial.operations.command;

import dev.perennial.operations.OperationException;
import picocli.CommandLine.Option;
import redis.clients.jedis.RedisClient;

/** Where Redis is. */
final class RedisOptions {

  @Option(
      names = "--redis",
      paramLabel = "URI",
      description = "Redis; or $$PERENNIAL_REDIS_URI; else port 6379 here.",
      defaultValue = "${env:PERENNIAL_REDIS_URI:-redis://127.0.0.1:6379}")
  private String uri = "redis://127.0.0.1:6379";

  RedisClient client() {
    try {
      return RedisClient.create(uri);
    } catch (RuntimeException malformed) {
      // Without the client's own text, which may quote a part of the URI.
      throw new OperationException("Redis's URI is none");
    }
  }
}
