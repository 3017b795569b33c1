package dev.perennial.operations.connect;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One connector as the worker is to run it.
 *
 * @param name unique on the worker; has the epoch in it
 * @param settings without secrets
 */
public record ConnectorConfiguration(String name, Map<String, String> settings) {

  public ConnectorConfiguration {
    requireNonNull(name, "name");
    settings = Map.copyOf(settings);
  }
}
