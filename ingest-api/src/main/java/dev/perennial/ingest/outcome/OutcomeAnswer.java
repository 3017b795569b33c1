package dev.perennial.ingest.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the events of one id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomeAnswer(
    @JsonInclude
        @Schema(
            types = {"string", "null"},
            format = "date-time",
            description =
                "Everything that was known at this moment is in the answer; null while nobody knows.")
        @Nullable Instant asOf,
    @Schema(
            description =
                "Only where a receipt was given: whether what it stands for is in the answer.")
        @Nullable Boolean caughtUp,
    @Schema(description = "At most 100, by source, then by arrival.") List<EventOutcome> events,
    @Schema(description = "Whether there are more than are listed.") boolean more) {

  OutcomeAnswer {
    events = List.copyOf(events);
  }
}
