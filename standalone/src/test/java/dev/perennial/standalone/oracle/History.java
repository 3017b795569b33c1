package dev.perennial.standalone.oracle;

import dev.perennial.standalone.sample.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a sample is posted as history.
 *
 * @param receivedAt when all of it was received
 */
public record History(Sample sample, Instant receivedAt) {

  public boolean holds(String event) {
    return holds(Happening.parse(event));
  }

  private boolean holds(Happening event) {
    return event.time().isBefore(sample.at().minus(Sample.RECENT));
  }

  public Imports imports() {
    Map<String, Instant> imported = new HashMap<>();
    List<Happening> happenings = sample.events().stream().map(Happening::parse).toList();
    happenings.stream()
        .filter(this::holds)
        .forEach(
            event ->
                imported.put(
                    Imports.key(event.subscriber(), event.source(), event.id(), event.digest()),
                    receivedAt));
    return new Imports(imported);
  }
}
