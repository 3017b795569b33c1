package dev.perennial.ingest.ndjson;

import dev.perennial.ingest.intake.ItemResult;
import dev.perennial.ingest.intake.Underway;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Lines on their way to the broker.
 *
 * @param lines their numbers, one an item
 */
record Chunk(List<Long> lines, Underway underway) {

  Chunk {
    lines = List.copyOf(lines);
  }

  /** Waits for the broker; to be called once. */
  List<ResultLine> await() {
    List<ResultLine> results = new ArrayList<>();
    Iterator<Long> line = lines.iterator();
    for (ItemResult result : underway.await()) {
      results.add(ResultLine.of(line.next(), result));
    }
    return results;
  }
}
