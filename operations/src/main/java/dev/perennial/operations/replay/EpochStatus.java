package dev.perennial.operations.replay;

import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.operations.replay.EpochProgress.Alerting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What there is of epochs, as lines. */
public final class EpochStatus {

  private final ReplayPlaces places;
  private final EpochControl control;

  public EpochStatus(ReplayPlaces places, EpochControl control) {
    this.places = places;
    this.control = control;
  }

  /**
   * The lines of a status, and whether all is as it is to be: somebody raises alerts, and what is
   * being built has caught up.
   */
  public record Said(List<String> lines, boolean good) {}

  public Said say() {
    ServingEpoch serving = control.serving();
    List<String> lines = new ArrayList<>();
    lines.add(
        "epoch %d serves%s"
            .formatted(
                serving.epoch(),
                serving.previous() == null ? "" : ", before it epoch " + serving.previous()));
    Set<Integer> all = new TreeSet<>(EpochProgress.epochs(places));
    all.add(serving.epoch());
    control.building().ifPresent(all::add);
    boolean somebodyRaises = false;
    for (int epoch : all) {
      EpochProgress progress = new EpochProgress(places, epoch);
      Alerting alerting = progress.alerting();
      boolean runs = progress.runs();
      somebodyRaises |= runs && alerting == Alerting.RAISES;
      lines.add("epoch %d\t%s\t%s".formatted(epoch, runs ? "runs" : "stopped", alerting.text()));
    }
    if (!somebodyRaises) {
      lines.add("no processors run that raise alerts: start those of the epoch that is to");
    }
    return new Said(lines, building(serving, lines) && somebodyRaises);
  }

  /** Whether nothing is being built, or it has caught up. */
  private boolean building(ServingEpoch serving, List<String> lines) {
    if (control.building().isEmpty()) {
      lines.add("nothing is being built");
      return true;
    }
    int epoch = control.building().get();
    EpochProgress progress = new EpochProgress(places, epoch);
    Goal goal = EpochProgress.goal(places, serving.epoch());
    lines.addAll(progress.lines(goal));
    List<String> missing = progress.missing(goal);
    lines.add(
        missing.isEmpty()
            ? "epoch %d has caught up: replay switch".formatted(epoch)
            : "epoch %d has not caught up: %s".formatted(epoch, String.join("; ", missing)));
    return missing.isEmpty();
  }
}
