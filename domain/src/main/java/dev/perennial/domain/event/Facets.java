package dev.perennial.domain.event;

import dev.perennial.domain.Billing;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Notice;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an agreement that can change, each given whole or not at all.
 *
 * @param occurrences how many due dates there are in all, 1 to 10,000
 */
public record Facets(
    @Nullable String name,
    @Nullable String vendor,
    @Nullable String category,
    @Nullable Price price,
    @Nullable Billing billing,
    @Nullable LocalDate endsOn,
    @Nullable CollectionMode collection,
    @Nullable Reminders reminders,
    @Nullable String url,
    @Nullable List<String> tags,
    @Nullable Integer occurrences,
    @Nullable Notice notice,
    @Nullable Share share) {

  public static final int MAX_OCCURRENCES = 10_000;

  private static final Facets NONE =
      new Facets(null, null, null, null, null, null, null, null, null, null, null, null, null);

  public Facets {
    tags = tags == null ? null : List.copyOf(tags);
    if (occurrences != null && (occurrences < 1 || occurrences > MAX_OCCURRENCES)) {
      throw new IllegalArgumentException("There are 1 to 10000 occurrences, not " + occurrences);
    }
  }

  /** None given. */
  public static Facets none() {
    return NONE;
  }
}
