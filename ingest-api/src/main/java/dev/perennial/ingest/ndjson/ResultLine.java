package dev.perennial.ingest.ndjson;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.ingest.intake.ItemResult;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line from 1, blank lines counted
 * @param status as of an event of a batch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultLine(
    long line,
    String status,
    @Nullable String id,
    @Nullable String source,
    @Nullable String receipt,
    @Nullable String code,
    @Nullable String pointer,
    @Nullable String detail) {

  static ResultLine of(long line, ItemResult result) {
    return new ResultLine(
        line,
        result.status(),
        result.id(),
        result.source(),
        result.receipt(),
        result.code(),
        result.pointer(),
        result.detail());
  }

  @JsonIgnore
  boolean isUnacknowledged() {
    return status.equals("unacknowledged");
  }
}
