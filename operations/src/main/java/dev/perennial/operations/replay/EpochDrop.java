package dev.perennial.operations.replay;

import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.operations.OperationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removes an epoch that nobody reads any more. */
public final class EpochDrop {

  /** Readers look every second; what they had begun to read is answered long before. */
  private static final Duration READ_AFTER_A_SWITCH = Duration.ofMinutes(1);

  private final ReplayPlaces places;
  private final EpochControl control;

  public EpochDrop(ReplayPlaces places, EpochControl control) {
    this.places = places;
    this.control = control;
  }

  /** What dropping would remove, a line each. */
  public List<String> remains(int epoch, boolean abandon) {
    requireUnused(epoch, abandon);
    return new EpochRemains(places, epoch).list();
  }

  /**
   * Removes all that there is of it.
   *
   * @param abandon whether also an epoch that is being built is dropped
   * @return what was removed, a line each; empty where nothing was there
   */
  public List<String> drop(int epoch, boolean abandon) {
    List<String> remains = remains(epoch, abandon);
    if (remains.isEmpty()) {
      return remains;
    }
    new EpochRemains(places, epoch).remove();
    control.dropped(epoch);
    return remains;
  }

  private void requireUnused(int epoch, boolean abandon) {
    if (control.serving().epoch() == epoch) {
      throw new OperationException("Epoch %d serves".formatted(epoch));
    }
    if (!abandon && control.building().filter(building -> building == epoch).isPresent()) {
      throw new OperationException(
          "Epoch %d is being built: --abandon gives it up".formatted(epoch));
    }
    Instant mayBeRead =
        control.switchedAt().map(at -> at.plus(READ_AFTER_A_SWITCH)).orElse(Instant.MIN);
    if (control.time().isBefore(mayBeRead)) {
      throw new OperationException("Epoch %d may be read until %s".formatted(epoch, mayBeRead));
    }
    if (places.offsets().isActive(new ProcessorGroup(epoch).id())) {
      throw new OperationException("Processors of epoch %d run: stop them first".formatted(epoch));
    }
  }
}
