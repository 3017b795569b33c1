package dev.perennial.ingest.cloudevents;

import dev.perennial.ingest.schema.EventReferences;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The HTTP side of ingest and its documentation, apart from what it does. */
@Tag(name = "Events", description = "Subscription and payment events from upstream systems.")
interface EventsApi {

  String DESCRIPTION =
      """
      One CloudEvents 1.0 event, or a batch of them, for the tenant of the API key.

      A 202 means durable: every in-sync replica of the broker has acknowledged the event. \
      Without that the answer is 503, and sending again is safe: an event is known by its source \
      and id, and equal ones count once.

      `time`, `subject` and `subscriberid` are mandatory; reference data (tenant.updated, \
      exchange-rates.published) has no `subscriberid`. It is opaque: a text with @ is rejected. \
      Data is strict: unknown fields are rejected, amounts are decimal strings, dates are local \
      dates. Times more than 10 minutes ahead are refused, and without mode=backfill those more \
      than 35 days back.

      Types: subscription.started, subscription.changed, subscription.paused, \
      subscription.resumed, subscription.cancelled, subscription.reactivated, charge.announced, \
      payment.succeeded, payment.failed, payment.refunded, payment.corrected, payment.voided, \
      subscription.deleted, alert.acknowledged, alert.snoozed, subscriber.deleted, \
      subscriber.updated, tenant.updated, exchange-rates.published.

      Reference data is accepted when every partition has it, and its answer has no receipt. Of \
      tenant.updated the subject is the tenant's own id, of exchange-rates.published the base \
      currency; rates hold for every tenant and need the scope rates:write too.
      """;

  @Operation(
      operationId = "postEvents",
      summary = "Post events",
      description = DESCRIPTION,
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              description = "application/json is read as either form, by its root.",
              content = {
                @Content(
                    mediaType = BodyForm.STRUCTURED_TYPE,
                    schema = @Schema(ref = EventReferences.EVENT)),
                @Content(
                    mediaType = BodyForm.BATCH_TYPE,
                    schema = @Schema(ref = EventReferences.BATCH)),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = EventReferences.EVENT_OR_BATCH))
              }))
  @ApiResponse(
      responseCode = "202",
      description = "Every event is durable.",
      content = @Content(schema = @Schema(anyOf = {Accepted.class, BatchResult.class})))
  @ApiResponse(
      responseCode = "207",
      description = "Some events of the batch are durable; each has its status.",
      content = @Content(schema = @Schema(implementation = BatchResult.class)))
  @ApiResponse(
      responseCode = "400",
      description =
          "The body cannot be read: body-missing, encoding, json-malformed, json-trailing,"
              + " json-duplicate-key, json-too-deep, json-number-too-long; or a parameter:"
              + " parameter-invalid.")
  @ApiResponse(
      responseCode = "403",
      description =
          "The API key lacks events:write, for exchange rates rates:write, or for mode=backfill"
              + " events:backfill: scope-missing.")
  @ApiResponse(
      responseCode = "413",
      description =
          "body-too-large, batch-too-large: of too many events, or records of reference data.")
  @ApiResponse(
      responseCode = "422",
      description =
          "Nothing was taken. Of one event: type, field-unknown, field-missing, field-conflict,"
              + " id-invalid, text-invalid, url-invalid, list-too-long, enum, number-format,"
              + " number-range, time-format, time-range, time-future, time-too-old, event-type-unknown,"
              + " schema-version, or id-reused: an event with this id and other content came before."
              + " Of a batch: batch-empty, or batch-rejected with the items, which can have"
              + " id-conflict and scope-missing too.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(anyOf = {Problem.class, BatchProblem.class})))
  @ApiResponse(
      responseCode = "503",
      description =
          "Not acknowledged in time (unacknowledged), too much on its way (busy), or keys cannot be"
              + " checked (keys-unavailable). Send it again.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(anyOf = {Problem.class, BatchProblem.class})))
  @PostMapping(
      path = "/v1/events",
      consumes = {BodyForm.STRUCTURED_TYPE, BodyForm.BATCH_TYPE, MediaType.APPLICATION_JSON_VALUE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> post(
      @RequestBody(required = false) byte @Nullable [] body,
      @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
      @Parameter(description = "Take all events of a batch or none.")
          @RequestParam(defaultValue = "false")
          boolean atomic,
      @Parameter(
              description =
                  "backfill: history of any age, which raises no alert for what it is too late for;"
                      + " needs the scope events:backfill. Otherwise live.",
              schema = @Schema(allowableValues = {"live", "backfill"}))
          @RequestParam(required = false)
          @Nullable String mode,
      Caller caller);
}
