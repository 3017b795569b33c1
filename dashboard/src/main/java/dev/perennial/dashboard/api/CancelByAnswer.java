package dev.perennial.dashboard.api;

import dev.perennial.dashboard.subscription.Commitment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day to cancel, on the wire. */
@Schema(name = "CancelBy", description = "Until when which renewal can still be avoided")
record CancelByAnswer(
    @Schema(description = "The last day on which a cancellation avoids it", example = "2026-10-31")
        LocalDate on,
    @Schema(
            description = "That renewal; not the next one, if that is too near already",
            example = "2027-01-31")
        LocalDate renewal) {

  static @Nullable CancelByAnswer of(Commitment.@Nullable CancelBy cancelBy) {
    return cancelBy == null ? null : new CancelByAnswer(cancelBy.on(), cancelBy.renewal());
  }
}
