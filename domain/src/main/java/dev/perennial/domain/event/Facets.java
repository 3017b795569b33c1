package dev.perennial.domain.event;

import dev.perennial.domain.Billing;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Price;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an agreement that can change, each given whole or not at all.
 *
 * @param reminders leads in days, largest first, that override the subscriber's own
 */
public record Facets(
    @Nullable String name,
    @Nullable String vendor,
    @Nullable String category,
    @Nullable Price price,
    @Nullable Billing billing,
    @Nullable LocalDate endsOn,
    @Nullable CollectionMode collection,
    @Nullable List<Integer> reminders,
    @Nullable String url,
    @Nullable List<String> tags) {

  public Facets {
    reminders = reminders == null ? null : List.copyOf(reminders);
    tags = tags == null ? null : List.copyOf(tags);
  }
}
