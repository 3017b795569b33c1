package dev.perennial.dashboard.subscription;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long it binds, and how one gets out of it.
 *
 * @param occurrences how many payments there are in all; null for no limit
 * @param notice how long before a renewal a cancellation must come; null where none is asked for
 * @param cancelBy null where there is no notice, or nothing to avoid
 */
public record Commitment(
    @Nullable Integer occurrences, @Nullable Notice notice, @Nullable CancelBy cancelBy) {

  /**
   * @param on the last day on which a cancellation still avoids the renewal
   * @param renewal not always the next one: that may be too near already
   */
  public record CancelBy(LocalDate on, LocalDate renewal) {}

  static Commitment read(Fields fields) {
    return new Commitment(
        fields.optionalInteger("occurrences").orElse(null),
        fields.optionalNested("notice").map(Commitment::readNotice).orElse(null),
        fields.optionalNested("cancelBy").map(Commitment::readCancelBy).orElse(null));
  }

  private static Notice readNotice(Fields fields) {
    return new Notice(fields.integer("every"), fields.constant("unit", PeriodUnit.class));
  }

  private static CancelBy readCancelBy(Fields fields) {
    return new CancelBy(fields.date("on"), fields.date("renewal"));
  }
}
