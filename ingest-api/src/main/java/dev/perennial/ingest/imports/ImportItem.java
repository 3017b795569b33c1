package dev.perennial.ingest.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.ingest.intake.ItemResult;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What became of one row, or would. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one row, or would.")
public record ImportItem(
    @Schema(description = "The line in a CSV file, the place in a list of JSON; both from 1.")
        int row,
    @Schema(
            description =
                "accepted: durable. duplicate: it came before, and is. rejected: see code."
                    + " unacknowledged: send the file again. withheld: valid, but the import was atomic. valid: it would be sent.",
            allowableValues = {
              "accepted",
              "duplicate",
              "rejected",
              "unacknowledged",
              "withheld",
              "valid"
            })
        String status,
    @Nullable String id,
    @Nullable String source,
    @Schema(description = "Opaque; a read given it waits for this event.") @Nullable String receipt,
    @Schema(description = "Stable; why it was rejected.") @Nullable String code,
    @Schema(description = "The column at fault, if it is one.") @Nullable String column,
    @Nullable String detail,
    @Schema(
            description = "Of a dry run: the CloudEvent that the row becomes.",
            implementation = Object.class)
        @Nullable ObjectNode event) {

  static final String UNACKNOWLEDGED = "unacknowledged";
  static final String VALID = "valid";

  /** Whether its event is durable, by now or before. */
  boolean taken() {
    return ItemResult.isDurable(status);
  }

  static ImportItem of(int row, @Nullable String column, ItemResult result) {
    return new ImportItem(
        row,
        result.status(),
        result.id(),
        result.source(),
        result.receipt(),
        result.code(),
        column,
        result.detail(),
        null);
  }

  /** A good row that was not sent, since nothing before it was acknowledged. */
  static ImportItem notSent(int row, ItemResult result) {
    return new ImportItem(
        row,
        UNACKNOWLEDGED,
        result.id(),
        result.source(),
        null,
        UNACKNOWLEDGED,
        null,
        "Rows before it were not acknowledged in time; sending the file again is safe.",
        null);
  }

  static ImportItem valid(int row, ObjectNode event) {
    return new ImportItem(row, VALID, null, null, null, null, null, null, event);
  }
}
