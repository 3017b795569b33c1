package dev.perennial.operations.replay;

import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.operations.Deadline;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.replay.EpochControl.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has all readers read another epoch, once it has caught up. */
public final class EpochSwitch {

  private final ReplayPlaces places;
  private final EpochControl control;

  public EpochSwitch(ReplayPlaces places, EpochControl control) {
    this.places = places;
    this.control = control;
  }

  /**
   * To the epoch that is being built.
   *
   * @return the epoch that serves now
   * @throws OperationException where it has not caught up in time; says what is missing
   */
  public int forward(Duration atMost) {
    ServingEpoch serving = control.serving();
    int next =
        control
            .building()
            .orElseThrow(() -> new OperationException("No epoch is being built: replay start"));
    return to(next, serving, Action.SWITCHED, atMost);
  }

  /** To the epoch that served before, which must have caught up, too. */
  public int back(Duration atMost) {
    ServingEpoch serving = control.serving();
    Integer previous = serving.previous();
    if (previous == null) {
      throw new OperationException("No epoch served before epoch " + serving.epoch());
    }
    if (new EpochRemains(places, previous).isNothing()) {
      throw new OperationException("Nothing is left of epoch " + previous);
    }
    return to(previous, serving, Action.SWITCHED_BACK, atMost);
  }

  private int to(int next, ServingEpoch serving, Action action, Duration atMost) {
    EpochProgress progress = new EpochProgress(places, next);
    Goal goal = EpochProgress.goal(places, serving.epoch());
    List<String> missing = new ArrayList<>();
    List<Marks> read = new ArrayList<>(List.of(goal.read()));
    boolean reached =
        Deadline.await(
            atMost,
            () -> {
              // As fresh as what readers saw at the last look, however long all else has taken.
              missing.clear();
              missing.addAll(progress.missing(goal.seen(read.getFirst())));
              read.set(0, Marks.read(places.mongodb(), places.redis(), serving.epoch()));
              return missing.isEmpty();
            });
    if (!reached) {
      throw new OperationException(
          "Epoch %d has not caught up%s: %s"
              .formatted(
                  next,
                  progress.runs() ? "" : " and its processors do not run",
                  String.join("; ", missing)));
    }
    control.serve(next, serving, action);
    return next;
  }
}
