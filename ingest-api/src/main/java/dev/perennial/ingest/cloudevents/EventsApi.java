package dev.perennial.ingest.cloudevents;

import dev.perennial.ingest.schema.EventReferences;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
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

  @Operation(
      operationId = "postEvents",
      summary = "Post events",
      description = EventsDescription.TEXT,
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              description = EventsDescription.BODY,
              content = {
                @Content(
                    mediaType = BodyForm.STRUCTURED_TYPE,
                    schema = @Schema(ref = EventReferences.EVENT)),
                @Content(
                    mediaType = BodyForm.BATCH_TYPE,
                    schema = @Schema(ref = EventReferences.BATCH)),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = EventReferences.OF_EITHER_MODE))
              }))
  @Parameter(
      in = ParameterIn.HEADER,
      name = "ce-specversion",
      description = "Binary mode: always 1.0.",
      schema = @Schema(type = "string"),
      example = "1.0")
  @Parameter(
      in = ParameterIn.HEADER,
      name = "ce-id",
      description = "Binary mode: the id of the event, percent-encoded as all ce- headers.",
      schema = @Schema(type = "string"),
      example = "evt-1")
  @Parameter(
      in = ParameterIn.HEADER,
      name = "ce-source",
      description = "Binary mode: the source of the event.",
      schema = @Schema(type = "string"),
      example = "/billing")
  @Parameter(
      in = ParameterIn.HEADER,
      name = "ce-type",
      description = "Binary mode: the type of the event.",
      schema = @Schema(type = "string"),
      example = "payment.succeeded")
  @Parameter(
      in = ParameterIn.HEADER,
      name = "ce-time",
      description = "Binary mode: when it happened.",
      schema = @Schema(type = "string"),
      example = "2026-11-27T10:00:00Z")
  @Parameter(
      in = ParameterIn.HEADER,
      name = "ce-subject",
      description = "Binary mode: what the event is about.",
      schema = @Schema(type = "string"),
      example = "netflix")
  @Parameter(
      in = ParameterIn.HEADER,
      name = "ce-subscriberid",
      description = "Binary mode: whose it is; reference data has none.",
      schema = @Schema(type = "string"),
      example = "alice")
  @ApiResponse(
      responseCode = "202",
      description = "Every event is durable.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(anyOf = {Accepted.class, BatchResult.class}),
              examples = {
                @ExampleObject(name = "event", value = EventsDescription.ACCEPTED),
                @ExampleObject(name = "batch", value = EventsDescription.ALL_ACCEPTED)
              }))
  @ApiResponse(
      responseCode = "207",
      description = "Some events of the batch are durable; each has its status.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = BatchResult.class),
              examples = @ExampleObject(name = "batch", value = EventsDescription.SOME_ACCEPTED)))
  @ApiResponse(
      responseCode = "400",
      description =
          "The body cannot be read: body-missing, encoding, json-malformed, json-trailing,"
              + " json-duplicate-key, json-too-deep, json-number-too-long; or a parameter:"
              + " parameter-invalid; or a ce- header: header-invalid.")
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
              schema = @Schema(anyOf = {Problem.class, BatchProblem.class}),
              examples = {
                @ExampleObject(name = "event", value = EventsDescription.REJECTED),
                @ExampleObject(name = "batch", value = EventsDescription.BATCH_REJECTED)
              }))
  @ApiResponse(
      responseCode = "503",
      description =
          "Not acknowledged in time (unacknowledged), too much on its way or too many streams"
              + " (busy), the service stops (draining), or keys cannot be checked"
              + " (keys-unavailable). Send it again.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(anyOf = {Problem.class, BatchProblem.class}),
              examples = @ExampleObject(name = "event", value = EventsDescription.UNACKNOWLEDGED)))
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
