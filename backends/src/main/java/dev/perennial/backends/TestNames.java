package dev.perennial.backends;

import java.util.UUID;

/**
 * Names that no other test uses, so that tests can share backends.
 *
 * @param id 12 lower-case letters and digits, starting with a letter
 */
public record TestNames(String id) {
  /** Fresh ones. */
  public static TestNames fresh() {
    return new TestNames("t" + UUID.randomUUID().toString().replace("-", "").substring(0, 11));
  }

  /** A topic for this test alone. */
  public String topic(String name) {
    return id + "-" + name;
  }

  /** A MongoDB database for this test alone. */
  public String database() {
    return "test-" + id;
  }

  /** A MongoDB database for this test alone, of the given kind. */
  public String database(String name) {
    return database() + "-" + name;
  }

  /** What this test's Redis keys begin with; ends with a colon. */
  public String redisPrefix() {
    return "test:" + id + ":";
  }

  /** A consumer group, application or connector for this test alone. */
  public String group(String name) {
    return id + "-" + name;
  }
}
