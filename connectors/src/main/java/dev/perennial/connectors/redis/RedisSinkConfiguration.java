package dev.perennial.connectors.redis;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The settings of {@link RedisSinkConnector}, each documented in its definition. */
final class RedisSinkConfiguration extends AbstractConfig {

  static final String URI = "redis.uri";
  static final String KEY_PREFIX = "redis.key.prefix";
  static final String COLLECTION = "redis.collection";
  static final String ERASED_KEPT = "redis.erased.kept.ms";
  static final String CHECK_INTERVAL = "redis.check.interval.ms";

  static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              URI,
              Type.PASSWORD,
              Importance.HIGH,
              "redis://[user]:password@host:port; a reference to a config provider.")
          .define(
              KEY_PREFIX,
              Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              new ConfigDef.NonEmptyString(),
              Importance.HIGH,
              "What every key begins with, the epoch in it: perennial:e1.")
          .define(
              COLLECTION,
              Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              new ConfigDef.NonEmptyString(),
              Importance.HIGH,
              "The part of a document's key between prefix and id: subscriber-totals.")
          .define(
              ERASED_KEPT,
              Type.LONG,
              Duration.ofDays(60).toMillis(),
              ConfigDef.Range.atLeast(1),
              Importance.LOW,
              "Milliseconds that an erased document's version is kept.")
          .define(
              CHECK_INTERVAL,
              Type.LONG,
              Duration.ofSeconds(5).toMillis(),
              ConfigDef.Range.atLeast(100),
              Importance.LOW,
              "Milliseconds after which the positions are checked though no record came.");

  RedisSinkConfiguration(Map<String, String> settings) {
    super(DEFINITION, settings);
  }

  String uri() {
    return getPassword(URI).value();
  }

  RedisKeys keys() {
    return new RedisKeys(getString(KEY_PREFIX), getString(COLLECTION));
  }

  Duration erasedKept() {
    return Duration.ofMillis(getLong(ERASED_KEPT));
  }

  long checkIntervalMs() {
    return getLong(CHECK_INTERVAL);
  }
}
