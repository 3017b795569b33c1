package dev.perennial.dashboard.api;

import dev.perennial.domain.reckoning.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed a period after it was closed: an event, or a rate. */
@Schema(name = "Revision", description = "Either with event or with rate")
record RevisionAnswer(
    @Schema(description = "From 1, in the order in which they were received") int number,
    Instant receivedAt,
    @Nullable Event event,
    @Schema(example = "netflix") @Nullable String subscriptionId,
    @Nullable String paymentId,
    @Schema(description = "By how much the event changed the payment's spend, a currency at a time")
        @Nullable List<MoneyAnswer> change,
    @Nullable Rate rate,
    @Schema(
            description =
                "How many payments of the period the rate converts that were known before")
        @Nullable Integer payments) {

  /** The event that changed it. */
  @Schema(name = "RevisingEvent")
  record Event(
      @Schema(example = "payment.refunded") String type,
      @Schema(example = "/billing") String source,
      @Schema(example = "evt-1") String id) {}

  /** The rate that changed it. */
  @Schema(name = "RevisingRate")
  record Rate(
      @Schema(example = "EUR") String base,
      LocalDate date,
      @Schema(example = "ECB") String source) {}

  static RevisionAnswer of(Revision revision) {
    return switch (revision.cause()) {
      case Revision.ByEvent by ->
          new RevisionAnswer(
              revision.number(),
              revision.receivedAt(),
              new Event(by.type().wireName(), by.event().source(), by.event().id()),
              by.subscriptionId(),
              by.paymentId(),
              by.change().stream().map(MoneyAnswer::of).toList(),
              null,
              null);
      case Revision.ByRate by ->
          new RevisionAnswer(
              revision.number(),
              revision.receivedAt(),
              null,
              null,
              null,
              null,
              new Rate(by.base().getCurrencyCode(), by.date(), by.source()),
              by.payments());
    };
  }
}
