package dev.perennial.ingest.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.contracts.projection.ReceiptDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What became of one event, or of one content where several came under its id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one event.")
record EventOutcome(
    String id,
    @Schema(description = "As it was asked for, where the event is only accepted.")
        @Nullable String source,
    @Schema(
            description =
                "accepted: durable, not folded yet. applied: it counts. superseded: another event"
                    + " of the same source and id counts, or it was erased or withdrawn. waiting: for"
                    + " what it is about. dead-lettered: reason says why.",
            allowableValues = {"accepted", "applied", "superseded", "waiting", "dead-lettered"})
        String status,
    @Nullable String type,
    @Schema(description = "Stable; of what is dead-lettered.") @Nullable String reason,
    @Schema(description = "When ingest took it, the first time.") @Nullable Instant receivedAt,
    @Nullable String subscriberId,
    @Schema(description = "Of its content: equal digests say the same.") @Nullable String digest) {

  static EventOutcome of(Document receipt) {
    return new EventOutcome(
        receipt.getString("eventId"),
        receipt.getString("source"),
        wireName(ReceiptDocument.Status.valueOf(receipt.getString("status"))),
        receipt.getString("type"),
        receipt.getString("reason"),
        receipt.getDate("receivedAt").toInstant(),
        receipt.getString("subscriberId"),
        receipt.getString("digest"));
  }

  /** The broker has it, and that is all there is to say. */
  static EventOutcome accepted(String id, @Nullable String source) {
    return new EventOutcome(id, source, "accepted", null, null, null, null, null);
  }

  private static String wireName(ReceiptDocument.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
