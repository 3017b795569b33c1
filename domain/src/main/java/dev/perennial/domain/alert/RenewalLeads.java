package dev.perennial.domain.alert;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.event.Reminders;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a renewal is told of, in days before it, largest first; negative ones are days after it.
 *
 * @param plain what comes whatever was acknowledged
 * @param repeated what a repetition adds
 * @param until what ends the repetition, and whether a payment ends anything
 */
record RenewalLeads(List<Integer> plain, List<Integer> repeated, Reminders.Until until) {

  private static final RenewalLeads NONE =
      new RenewalLeads(List.of(), List.of(), Reminders.Until.ACKNOWLEDGED);

  /** Who pays by hand is told on the day, and the day after. */
  private static final List<Integer> OF_MANUAL = List.of(0, -1);

  /**
   * @param wanted as the subscriber, or the subscription, has them; none means never
   */
  static RenewalLeads of(
      List<Integer> wanted, CollectionMode collection, Optional<Reminders.Repeat> repeat) {
    if (wanted.isEmpty()) {
      return NONE;
    }
    List<Integer> plain =
        switch (collection) {
          case AUTO -> sorted(wanted.stream());
          case MANUAL -> sorted(Stream.concat(wanted.stream(), OF_MANUAL.stream()));
        };
    return repeat
        .map(again -> new RenewalLeads(plain, added(plain, collection, again), again.until()))
        .orElseGet(() -> new RenewalLeads(plain, List.of(), NONE.until()));
  }

  private static List<Integer> added(
      List<Integer> plain, CollectionMode collection, Reminders.Repeat repeat) {
    int largest = Collections.max(plain);
    return IntStream.rangeClosed(1, repeat.most())
        .map(i -> largest - i * repeat.every())
        .filter(lead -> collection == CollectionMode.MANUAL || lead >= 0)
        .boxed()
        .filter(lead -> !plain.contains(lead))
        .toList();
  }

  private static List<Integer> sorted(Stream<Integer> leads) {
    return leads.distinct().sorted(Comparator.reverseOrder()).toList();
  }

  List<Integer> all() {
    return sorted(Stream.concat(plain.stream(), repeated.stream()));
  }

  /** Those that a charge is told of by. */
  List<Integer> of(Occasion.OfCharge charge, boolean acknowledged) {
    if (charge.settled() && until != Reminders.Until.CANCELLED) {
      return List.of();
    }
    boolean over = acknowledged && until == Reminders.Until.ACKNOWLEDGED;
    return (over ? plain : all()).stream().filter(lead -> lead >= 0 || charge.reported()).toList();
  }
}
