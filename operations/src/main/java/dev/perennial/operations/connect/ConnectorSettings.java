package dev.perennial.operations.connect;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What the templates leave open.
 *
 * @param epoch from 1
 * @param secrets a properties file on the worker's machine with {@code mongodb.uri} (with at least
 *     one option behind a question mark) and {@code redis.uri}; the worker reads it through its
 *     config provider {@code file}, and its content never passes the REST interface
 * @param tasks of each connector, at least 1 and at most as many as a topic has partitions to be of
 *     use
 */
public record ConnectorSettings(int epoch, Path secrets, int tasks) {

  public ConnectorSettings {
    requireNonNull(secrets, "secrets");
    if (epoch < 1 || tasks < 1) {
      throw new IllegalArgumentException("Epoch and tasks start at 1");
    }
  }
}
