package dev.perennial.ingest.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A source's day. */
record ReconciliationAnswer(
    String source,
    @Schema(description = "By UTC, of the moments at which ingest took the events.") LocalDate day,
    @Schema(
            description =
                "Whether everything that was received that day is in it; else ask again later.")
        boolean complete,
    @Schema(
            types = {"string", "null"},
            format = "date-time",
            description = "Everything received well before this is in it; null if nobody knows.")
        @Nullable Instant asOf,
    @JsonUnwrapped Figures figures) {}
