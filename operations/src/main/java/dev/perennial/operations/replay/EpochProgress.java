package dev.perennial.operations.replay;

import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.connect.ConnectorConfigurations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How far an epoch has come that is to be read. */
final class EpochProgress {

  /** What an epoch's processors do about alerts. */
  enum Alerting {
    RAISES("raises the alerts"),
    LEARNS("raises no alerts, and reads those of the other"),
    UNKNOWN("has not begun");

    private final String text;

    Alerting(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final ReplayPlaces places;
  private final Offsets offsets;
  private final int epoch;
  private final String group;

  EpochProgress(ReplayPlaces places, int epoch) {
    this.places = places;
    this.offsets = places.offsets();
    this.epoch = epoch;
    this.group = new ProcessorGroup(epoch).id();
  }

  /**
   * What is there now.
   *
   * @param serving the epoch that is read
   */
  static Goal goal(ReplayPlaces places, int serving) {
    Offsets offsets = places.offsets();
    return new Goal(
        offsets.ends(Topics.SUBSCRIPTION_EVENTS),
        offsets.ends(Topics.REFERENCE_DATA),
        offsets.ends(Topics.ALERTS),
        offsets.ends(Topics.DELIVERIES),
        Marks.read(places.mongodb(), places.redis(), serving));
  }

  Alerting alerting() {
    if (!offsets.read(group, Topics.ALERTS).isEmpty()) {
      return Alerting.LEARNS;
    }
    return offsets.hasRead(group) ? Alerting.RAISES : Alerting.UNKNOWN;
  }

  boolean runs() {
    return offsets.isActive(group);
  }

  /** What the processors and each sink still have before them, a line a partition. */
  List<String> lines(Goal goal) {
    Map<Integer, Long> events = behind(Topics.SUBSCRIPTION_EVENTS, goal.events());
    Map<Integer, Long> references = behind(Topics.REFERENCE_DATA, goal.references());
    Map<Integer, Long> alerts = unreadAlerts(goal);
    Marks marks = marks();
    List<String> lines = new ArrayList<>();
    goal.events()
        .forEach(
            (partition, end) ->
                lines.add(
                    ("partition %d\tevents behind %d\treference data behind %d"
                            + "\talerts behind %d\tsinks behind %s")
                        .formatted(
                            partition,
                            events.getOrDefault(partition, 0L),
                            references.getOrDefault(partition, 0L),
                            alerts.getOrDefault(partition, 0L),
                            sinks(marks, partition, end))));
    return lines;
  }

  /** What the processors have not read, by partition; of a topic without transactions. */
  private Map<Integer, Long> behind(String topic, Map<Integer, Long> ends) {
    Map<Integer, Long> read = offsets.read(group, topic);
    Map<Integer, Long> behind = new TreeMap<>();
    ends.forEach(
        (partition, end) ->
            behind.put(partition, Math.max(0, end - read.getOrDefault(partition, 0L))));
    return behind;
  }

  private static String sinks(Marks marks, int partition, long end) {
    long most = 0;
    for (Marks.Sink sink : Marks.sinks()) {
      Optional<Marks.Mark> mark = marks.of(sink, partition);
      if (mark.isEmpty()) {
        return "(" + sink.text() + " has written nothing yet)";
      }
      most = Math.max(most, end - 1 - mark.get().offset());
    }
    return Long.toString(most);
  }

  /** What is missing until all of a goal is applied; empty once it is. */
  List<String> missing(Goal goal) {
    List<String> missing = new ArrayList<>();
    counted(behind(Topics.REFERENCE_DATA, goal.references()), "records of reference data", missing);
    if (alerting() == Alerting.LEARNS) {
      counted(unreadAlerts(goal), "alerts", missing);
    }
    Marks marks = marks();
    for (Marks.Sink sink : Marks.sinks()) {
      long late =
          goal.events().entrySet().stream()
              .filter(end -> !reached(marks, goal.read(), sink, end.getKey(), end.getValue()))
              .count();
      if (late > 0) {
        missing.add("%s is behind in %d partitions".formatted(sink.text(), late));
      }
    }
    counted(
        offsets.unread(
            ConnectorConfigurations.deliveriesGroup(epoch), Topics.DELIVERIES, goal.deliveries()),
        "deliveries",
        missing);
    return missing;
  }

  private Map<Integer, Long> unreadAlerts(Goal goal) {
    return alerting() == Alerting.RAISES
        ? Map.of()
        : offsets.unread(group, Topics.ALERTS, goal.alerts());
  }

  private static void counted(Map<Integer, Long> unread, String what, List<String> missing) {
    long all = unread.values().stream().mapToLong(Long::longValue).sum();
    if (all > 0) {
      missing.add("%d %s are not read".formatted(all, what));
    }
  }

  private static boolean reached(
      Marks marks, Marks read, Marks.Sink sink, int partition, long end) {
    return marks
        .of(sink, partition)
        .filter(mark -> mark.offset() >= end - 1)
        .filter(
            mark ->
                read.of(sink, partition).stream()
                    .noneMatch(other -> other.tick().isAfter(mark.tick())))
        .isPresent();
  }

  private Marks marks() {
    return Marks.read(places.mongodb(), places.redis(), epoch);
  }

  /** Epochs of which there are processors' groups. */
  static Set<Integer> epochs(ReplayPlaces places) {
    return places.offsets().epochs();
  }
}
