package dev.perennial.processor.runtime;

import dev.perennial.contracts.topic.Topics;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which epoch may raise alerts. A group that has offsets on the topic of alerts learns from it and
 * raises nothing; one that has offsets on the events alone has the right to raise. The right is
 * taken over at a start, and the broker itself refuses to take it from a group that has members. So
 * two epochs never raise side by side, and whoever takes over has read what was raised before.
 */
final class RaisingRight {

  private static final Logger LOG = LoggerFactory.getLogger(RaisingRight.class);

  private final Groups groups;
  private final int epoch;

  RaisingRight(Groups groups, Topics topics) {
    this.groups = groups;
    this.epoch = topics.epoch();
  }

  /**
   * Before a start that raises alerts.
   *
   * @throws IllegalStateException where it must not be started so; says what to do
   */
  void takeUp() {
    Set<Integer> others = others();
    refuseWhileActive(others);
    switch (groups.standing(epoch)) {
      case RAISES -> {}
      case LEARNS -> takeOver(others);
      case UNKNOWN -> refuseUnlessFirst(others);
    }
  }

  /**
   * Before a start of a replay.
   *
   * @throws IllegalStateException where this very epoch has the right to raise
   */
  void layDown() {
    switch (groups.standing(epoch)) {
      case LEARNS -> {}
      case UNKNOWN -> groups.haveLearn(epoch);
      case RAISES ->
          throw new IllegalStateException(
              "Epoch %d raises the alerts: a replay builds another epoch".formatted(epoch));
    }
    LOG.warn(
        "Epoch {} is in replay mode: it raises no alert until it is started without"
            + " perennial.processor.replay",
        epoch);
  }

  private void takeOver(Set<Integer> others) {
    if (groups.staysActive(epoch)) {
      throw new IllegalStateException(
          "Processors of epoch %d still run in replay mode: stop all of them first"
              .formatted(epoch));
    }
    refuseWhatIsUnread();
    // In this order: killed in between, nobody has the right, and the next start goes on from here.
    others.forEach(groups::haveLearn);
    // Again, since only now nobody can raise any more.
    refuseWhatIsUnread();
    groups.endLearning(epoch);
    LOG.info("Epoch {} raises the alerts from now on", epoch);
  }

  private void refuseWhatIsUnread() {
    long unread = groups.unreadAlerts(epoch);
    if (unread > 0) {
      throw new IllegalStateException(
          "Epoch %d has not read %d records of alerts: run it with perennial.processor.replay=true until it has"
              .formatted(epoch, unread));
    }
  }

  /** Others that have the right to raise, or have begun to run with it: in good order one. */
  private Set<Integer> others() {
    Set<Integer> others = new TreeSet<>(groups.epochs());
    others.removeIf(other -> other == epoch || !mayRaise(other));
    return others;
  }

  private boolean mayRaise(int other) {
    return switch (groups.standing(other)) {
      case RAISES -> true;
      case LEARNS -> false;
      case UNKNOWN -> groups.isActive(other);
    };
  }

  private void refuseWhileActive(Set<Integer> others) {
    Set<Integer> active = new TreeSet<>(others);
    active.removeIf(other -> !groups.staysActive(other));
    if (!active.isEmpty()) {
      throw new IllegalStateException(
          "Processors of epoch %s run and raise alerts: stop them first, or start epoch %d with perennial.processor.replay=true"
              .formatted(active, epoch));
    }
  }

  private void refuseUnlessFirst(Set<Integer> others) {
    if (!others.isEmpty() || groups.isFreshBehindAlerts(epoch)) {
      throw new IllegalStateException(
          "Epoch %d does not know what was raised before it: start it with perennial.processor.replay=true first"
              .formatted(epoch));
    }
  }
}
