package dev.perennial.standalone.oracle;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ids of documents, by collection. */
final class Ids {

  private final Map<String, Set<String>> byCollection = new TreeMap<>();

  void add(String collection, String id) {
    byCollection.computeIfAbsent(collection, name -> new TreeSet<>()).add(id);
  }

  Set<String> of(String collection) {
    return Objects.requireNonNullElse(byCollection.get(collection), Set.of());
  }

  Map<String, Set<String>> asMap() {
    return byCollection;
  }
}
