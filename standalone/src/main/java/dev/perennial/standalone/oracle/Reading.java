package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All events of one subscriber, without those that say the same again, in their order. */
final class Reading {

  private final List<Happening> all;

  private Reading(List<Happening> all) {
    this.all = all;
  }

  static Map<String, Reading> bySubscriber(List<String> events) {
    Map<String, Set<Happening>> sorted = new TreeMap<>();
    for (String event : events) {
      Happening happening = Happening.parse(event);
      Set<Happening> known =
          sorted.computeIfAbsent(happening.subscriber(), id -> new LinkedHashSet<>());
      if (known.stream().noneMatch(other -> isSame(happening, other))) {
        known.add(happening);
      }
    }
    Map<String, Reading> readings = new TreeMap<>();
    sorted.forEach((id, set) -> readings.put(id, new Reading(new ArrayList<>(set))));
    readings.values().forEach(reading -> reading.all.sort(Happening.ORDER));
    return readings;
  }

  private static boolean isSame(Happening one, Happening other) {
    return one.sameIdAs(other) && one.digest().equals(other.digest());
  }

  List<Happening> updates() {
    return all.stream().filter(happening -> happening.is("subscriber.updated")).toList();
  }

  /** The subscriptions that any event is about, with their events. */
  Map<String, List<Happening>> subscriptions() {
    Map<String, List<Happening>> bySubject = new LinkedHashMap<>();
    for (Happening happening : all) {
      if (!happening.is("subscriber.updated")) {
        bySubject.computeIfAbsent(happening.subject(), id -> new ArrayList<>()).add(happening);
      }
    }
    return bySubject;
  }

  /** Of those with one source and id, the last. */
  static List<Happening> counted(List<Happening> sorted) {
    return sorted.stream()
        .filter(
            happening ->
                sorted.stream()
                    .filter(happening::sameIdAs)
                    .reduce((first, second) -> second)
                    .filter(happening::equals)
                    .isPresent())
        .toList();
  }

  static Instant newest(List<Happening> happenings) {
    return happenings.stream()
        .map(Happening::time)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
