package dev.perennial.ingest.outcome;

import dev.perennial.contracts.event.EventLimits;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.ingest.projection.Parameters;
import dev.perennial.starter.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The HTTP side of outcomes and its documentation. */
@Tag(name = "Outcomes", description = "What became of events.")
interface OutcomeApi {

  String DESCRIPTION =
      """
      Every accepted event has a receipt that says what became of it, for 30 days from its arrival. \
      An id without a source is answered with the events of all sources; where several contents \
      came under one source and id, each is listed.

      With the receipt of the 202 the answer also knows an event that is durable and not folded \
      yet: accepted. The receipt is taken at its word. In the header Perennial-After it makes the \
      read wait until that event's outcome is known, 2 seconds at most by default; caughtUp says \
      whether it is.
      """;

  String APPLIED =
      """
      {"asOf":"2026-11-28T06:00:10Z","events":[
        {"id":"evt-1","source":"/billing","status":"applied","type":"subscription.started",
         "receivedAt":"2026-11-28T05:59:58.120Z","subscriberId":"alice",
         "digest":"5f0c9b3a5c1d4e2f8a7b6c5d4e3f2a1b"}],"more":false}
      """;

  String ACCEPTED =
      """
      {"asOf":"2026-11-28T06:00:10Z","caughtUp":false,"events":[
        {"id":"evt-9","source":"/billing","status":"accepted"}],"more":false}
      """;

  @Operation(
      operationId = "getEvent",
      summary = "What became of an event",
      description = DESCRIPTION)
  @ApiResponse(
      responseCode = "200",
      description = "What is known of events of this id.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = OutcomeAnswer.class),
              examples = {
                @ExampleObject(name = "applied", value = APPLIED),
                @ExampleObject(name = "accepted", value = ACCEPTED)
              }))
  @ApiResponse(responseCode = "400", description = "parameter-invalid, receipt-malformed.")
  @ApiResponse(responseCode = "403", description = "The API key lacks events:write: scope-missing.")
  @ApiResponse(
      responseCode = "404",
      description = "Nothing is known of such an event of this tenant: not-found.")
  @ApiResponse(
      responseCode = "503",
      description = "The receipts cannot be read (unavailable), or keys not (keys-unavailable).")
  @GetMapping(path = "/v1/events/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  OutcomeAnswer event(
      @Parameter(
              description = "The event's id, percent-encoded.",
              schema =
                  @Schema(
                      type = "string",
                      minLength = 1,
                      maxLength = EventLimits.ID_LENGTH,
                      pattern = Parameters.PRINTABLE),
              example = "evt-1")
          @PathVariable
          String id,
      @Parameter(
              description = "The event's source; all sources without it.",
              schema =
                  @Schema(
                      type = "string",
                      minLength = 1,
                      maxLength = EventLimits.SOURCE_LENGTH,
                      pattern = Parameters.PRINTABLE),
              example = "/billing")
          @RequestParam(required = false)
          @Nullable String source,
      @Parameter(description = "The receipt of its 202.", example = "NDoxNw")
          @RequestParam(required = false)
          @Nullable String receipt,
      @Parameter(description = "The receipt of its 202; wait for its outcome.", example = "NDoxNw")
          @RequestHeader(name = Receipt.AFTER, required = false)
          @Nullable String after,
      Caller caller);
}
