package dev.perennial.processor.state;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.fold.Floor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a subject that was erased: that it was, and up to when.
 *
 * @param floor facts up to it are forgotten, whenever they come
 * @param deletions hashes of the deletions that were told of, oldest first: sent again, they say
 *     nothing new. Of many the oldest are dropped, and would be told of once more.
 */
public record Erasure(Floor floor, List<String> deletions) {

  static final int MOST_DELETIONS = 16;

  private static final Erasure NONE = new Erasure(Floor.none(), List.of());

  public Erasure {
    requireNonNull(floor, "floor");
    deletions = List.copyOf(deletions);
  }

  public static Erasure none() {
    return NONE;
  }

  public boolean knows(String deletion) {
    return deletions.contains(deletion);
  }

  /** With one deletion more; the highest floor counts. */
  public Erasure with(String deletion, Instant time) {
    List<String> all = new ArrayList<>(deletions);
    all.add(deletion);
    List<String> newest = all.subList(Math.max(0, all.size() - MOST_DELETIONS), all.size());
    return new Erasure(floor.and(new Floor(time)), newest);
  }
}
