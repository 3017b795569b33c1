package dev.perennial.standalone.platform;

import dev.perennial.standalone.oracle.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When the business clock ran over all runs on a data folder. The topic forgets its ticks after a
 * day, the record does not.
 *
 * <p>As text: a line a partition, {@code partition next-offset first/last first/last}.
 */
final class TickRecord {
  /** Ticks further apart than this are two intervals: what fell between them is caught up. */
  static final Duration GAP = Duration.ofSeconds(5);

  private final Map<Integer, Long> next = new TreeMap<>();
  private final Map<Integer, List<Ticks.Interval>> intervals = new TreeMap<>();

  static TickRecord parse(String text) {
    TickRecord record = new TickRecord();
    text.lines().filter(line -> !line.isBlank()).forEach(record::parseLine);
    return record;
  }

  private void parseLine(String line) {
    String[] words = line.strip().split(" ");
    int partition = Integer.parseInt(words[0]);
    next.put(partition, Long.parseLong(words[1]));
    List<Ticks.Interval> own = of(partition);
    Arrays.stream(words).skip(2).map(TickRecord::interval).forEach(own::add);
  }

  private static Ticks.Interval interval(String word) {
    String[] ends = word.split("/");
    return new Ticks.Interval(Instant.parse(ends[0]), Instant.parse(ends[1]));
  }

  String text() {
    return next.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(int partition, long offset) {
    String ends =
        of(partition).stream()
            .map(interval -> " " + interval.first() + "/" + interval.last())
            .collect(Collectors.joining());
    return partition + " " + offset + ends;
  }

  /** Where to read on; 0 where nothing was read. */
  long next(int partition) {
    return next.getOrDefault(partition, 0L);
  }

  /** Notes a tick; one that is not later than the last counts for nothing, as for the processor. */
  void add(int partition, long offset, Instant tick) {
    next.put(partition, offset + 1);
    List<Ticks.Interval> own = of(partition);
    if (own.isEmpty()) {
      own.add(new Ticks.Interval(tick, tick));
      return;
    }
    Ticks.Interval last = own.getLast();
    if (tick.isAfter(last.last().plus(GAP))) {
      own.add(new Ticks.Interval(tick, tick));
    } else if (tick.isAfter(last.last())) {
      own.set(own.size() - 1, new Ticks.Interval(last.first(), tick));
    }
  }

  Ticks ticks() {
    Map<Integer, List<Ticks.Interval>> copy = new HashMap<>();
    intervals.forEach((partition, own) -> copy.put(partition, List.copyOf(own)));
    return new Ticks(copy);
  }

  private List<Ticks.Interval> of(int partition) {
    return intervals.computeIfAbsent(partition, any -> new ArrayList<>());
  }
}
