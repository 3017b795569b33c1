package dev.perennial.ingest.csv;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column that a file may have.
 *
 * @param name compared without regard to case
 * @param mandatory whether the header must have it
 * @param form of its cells
 * @param pointer where the value goes in the event's JSON (RFC 6901)
 * @param absent what an empty cell, or none, stands for; null: nothing
 * @param types the types of events that have a place for it; empty: all of its kind
 */
record Column(
    String name,
    boolean mandatory,
    Form form,
    String pointer,
    @Nullable String absent,
    Set<String> types) {

  static Column must(String name, Form form, String pointer) {
    return new Column(name, true, form, pointer, null, Set.of());
  }

  static Column may(String name, Form form, String pointer) {
    return new Column(name, false, form, pointer, null, Set.of());
  }

  Column orElse(String value) {
    return new Column(name, mandatory, form, pointer, value, types);
  }

  Column of(String... someTypes) {
    return new Column(name, mandatory, form, pointer, absent, Set.of(someTypes));
  }

  boolean suits(String type) {
    return types.isEmpty() || types.contains(type);
  }
}
