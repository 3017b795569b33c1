package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All events of one subscriber, without those that say the same again, in their order. */
final class Reading {

  private final List<Happening> all;

  private Reading(List<Happening> all) {
    this.all = all;
  }

  /** The same up to a deletion, as it was just before that came. */
  Reading before(Instant deletion) {
    return new Reading(
        all.stream()
            .filter(happening -> !happening.time().isAfter(deletion))
            .filter(happening -> !happening.isDeletion() || happening.time().isBefore(deletion))
            .toList());
  }

  /** When something was deleted. */
  List<Instant> deletions() {
    return all.stream().filter(Happening::isDeletion).map(Happening::time).distinct().toList();
  }

  List<Happening> deletionsAt(Instant moment) {
    return all.stream()
        .filter(happening -> happening.isDeletion() && happening.time().equals(moment))
        .toList();
  }

  /** Whether the subscriber was ever deleted. */
  boolean isOfOneWhoLeft() {
    return all.stream().anyMatch(happening -> happening.is("subscriber.deleted"));
  }

  /** The floor that holds for all of the subscriber. */
  Floor floor() {
    return Floor.of(ofSubscriber());
  }

  /**
   * @param happenings of one subscriber, in any order
   */
  static Reading of(List<Happening> happenings) {
    return new Reading(sorted(happenings));
  }

  /** Without those that say the same again, in their order. */
  static List<Happening> sorted(List<Happening> happenings) {
    List<Happening> distinct = new ArrayList<>();
    for (Happening happening : happenings) {
      if (distinct.stream().noneMatch(other -> isSame(happening, other))) {
        distinct.add(happening);
      }
    }
    distinct.sort(Happening.ORDER);
    return distinct;
  }

  private static boolean isSame(Happening one, Happening other) {
    return one.sameIdAs(other) && one.digest().equals(other.digest());
  }

  /** What is said by or of the subscriber itself. */
  List<Happening> ofSubscriber() {
    return all.stream().filter(Happening::isOfSubscriber).toList();
  }

  /** The subscriptions that any event is about, with their events. */
  Map<String, List<Happening>> subscriptions() {
    Map<String, List<Happening>> bySubject = new LinkedHashMap<>();
    for (Happening happening : all) {
      if (!happening.isOfSubscriber()) {
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
