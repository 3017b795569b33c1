package dev.perennial.ingest.reconciliation;

import dev.perennial.contracts.event.EventLimits;
import dev.perennial.ingest.projection.Parameters;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.Problem;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The HTTP side of reconciliation and its documentation. */
@Tag(name = "Outcomes")
interface ReconciliationApi {

  String DESCRIPTION =
      """
      What one source's events of one day came to, for the source to compare with its own books. \
      The day is the UTC day on which ingest took an event for the first time (receivedAt). Each id \
      counts once; where several contents came under it, the one that counts stands for it.

      digest is the sum, modulo 2^256, of SHA-256(source + line feed + id) in UTF-8 over the day's \
      ids, as 64 hex digits: it does not depend on their order, and is the same where the ids are. \
      Amounts are those of payments, as they were sent, by event type and currency.
      """;

  String EXAMPLE =
      """
      {"source":"/billing","day":"2026-11-27","complete":true,"asOf":"2026-11-28T06:00:10Z",
       "events":3,"reused":0,
       "digest":"fc796b5ed64faca657386efb033f16c26df6087eeb593a5430d136ce8dd503fc",
       "counts":[{"type":"payment.succeeded","status":"applied","events":2},
                 {"type":"subscription.started","status":"applied","events":1}],
       "amounts":[{"type":"payment.succeeded","currency":"EUR","sum":"25.98","events":2}]}
      """;

  String REFUSED =
      """
      {"type":"urn:perennial:problem:day-out-of-range","title":"Day out of range","status":422,
       "code":"day-out-of-range",
       "detail":"Days are reconciled from 29 days back up to today, by UTC."}
      """;

  @Operation(
      operationId = "reconcile",
      summary = "Reconcile a source's day",
      description = DESCRIPTION)
  @ApiResponse(
      responseCode = "200",
      description = "The day's figures; zero where nothing was received.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ReconciliationAnswer.class),
              examples = @ExampleObject(name = "day", value = EXAMPLE)))
  @ApiResponse(
      responseCode = "400",
      description = "source or day is missing or malformed: parameter-invalid.")
  @ApiResponse(responseCode = "403", description = "The API key lacks events:write: scope-missing.")
  @ApiResponse(
      responseCode = "422",
      description = "The day lies ahead, or more than 29 days back: day-out-of-range.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "day", value = REFUSED)))
  @ApiResponse(
      responseCode = "503",
      description =
          "The receipts cannot be read in time (unavailable), too many are read at once (busy), or"
              + " keys cannot be checked (keys-unavailable).")
  @GetMapping(path = "/v1/reconciliation", produces = MediaType.APPLICATION_JSON_VALUE)
  ReconciliationAnswer day(
      @Parameter(
              required = true,
              description = "As the events have it.",
              schema =
                  @Schema(
                      type = "string",
                      minLength = 1,
                      maxLength = EventLimits.SOURCE_LENGTH,
                      pattern = Parameters.PRINTABLE),
              example = "/billing")
          @RequestParam(required = false)
          @Nullable String source,
      @Parameter(
              required = true,
              description = "By UTC; at most 29 days back.",
              schema = @Schema(type = "string", format = "date"),
              example = "2026-11-27")
          @RequestParam(required = false)
          @Nullable String day,
      Caller caller);
}
