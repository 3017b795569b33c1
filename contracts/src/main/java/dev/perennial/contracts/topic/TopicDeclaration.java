package dev.perennial.contracts.topic;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What a topic must be.
 *
 * @param partitions at least 1
 * @param config topic settings beyond those that every topic has
 */
public record TopicDeclaration(String name, int partitions, Map<String, String> config) {

  public TopicDeclaration {
    requireNonNull(name, "name");
    if (partitions < 1) {
      throw new IllegalArgumentException("A topic has partitions");
    }
    config = Map.copyOf(config);
  }
}
