package dev.perennial.ingest.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** The answer to a file of which something is durable. */
@Schema(description = "202: every row is durable. 207: those are whose status is accepted.")
public record ImportResult(
    int accepted,
    int notAccepted,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "How many values of which columns no event has a place for.")
        Map<String, Integer> dropped,
    List<ImportItem> items) {}
