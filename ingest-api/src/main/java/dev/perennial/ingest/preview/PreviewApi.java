package dev.perennial.ingest.preview;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The HTTP side of previews and its documentation. */
@Tag(name = "Preview", description = "What events would do.")
interface PreviewApi {

  String STRUCTURED = "application/cloudevents+json";
  String BATCH = "application/cloudevents-batch+json";

  String DESCRIPTION =
      """
      What events would do if there were nothing but them: what falls due, what subscribers would \
      be told and when, what was paid, and what would become of each event. Nothing is written or \
      sent anywhere, and nothing that is known already is looked at.

      The events are read as POST /v1/events reads them, and judged by the rules that the stream \
      processor applies. One that posting would reject is listed with its code, the others are \
      previewed. Reference data (tenant.updated, exchange-rates.published) is not previewed.
      """;

  String EVENT =
      """
      {"specversion":"1.0","id":"evt-1","source":"/billing","type":"subscription.started",
       "time":"2026-11-27T10:00:00Z","subject":"netflix","subscriberid":"alice",
       "data":{"name":"Netflix","category":"streaming",
               "price":{"kind":"FIXED","amount":{"value":"12.99","currency":"EUR"}},
               "billing":{"every":1,"unit":"MONTH","anchor":"2026-01-31"}}}
      """;

  String ANSWER =
      """
      {"at":"2026-11-28T00:00:00Z","until":"2026-12-28T00:00:00Z",
       "events":[{"index":0,"status":"applied","id":"evt-1","source":"/billing",
                  "type":"subscription.started"}],
       "subscriptions":[
         {"subscriberId":"alice","subscriptionId":"netflix","status":"ACTIVE","name":"Netflix",
          "category":"streaming",
          "occurrences":[{"dueOn":"2026-11-30","amount":{"value":"12.99","currency":"EUR"}}],
          "alerts":[{"type":"renewal.upcoming","at":"2026-11-29T09:00:00Z",
                     "local":"2026-11-29T09:00:00","zone":"Z","dueOn":"2026-11-30","lead":1,
                     "firesAt":"2026-11-29T09:00:00Z","daysLeft":1,
                     "amount":{"value":"12.99","currency":"EUR"}}]}],
       "due":[{"subscriberId":"alice","month":"2026-11","category":"streaming",
               "amount":{"value":"12.99","currency":"EUR"}}],
       "paid":[]}
      """;

  String REFUSED =
      """
      {"type":"urn:perennial:problem:batch-empty","title":"Batch empty","status":422,
       "code":"batch-empty","detail":"The batch has no event."}
      """;

  @Operation(
      operationId = "previewEvents",
      summary = "Preview events",
      description = DESCRIPTION,
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              description = "One event or a batch of at most 1,000, by the document's root.",
              content = {
                @Content(
                    mediaType = STRUCTURED,
                    schema = @Schema(types = {"object", "array"}),
                    examples = @ExampleObject(name = "start", value = EVENT)),
                @Content(
                    mediaType = BATCH,
                    schema = @Schema(types = {"object", "array"}),
                    examples = @ExampleObject(name = "start", value = "[" + EVENT + "]")),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(types = {"object", "array"}),
                    examples = @ExampleObject(name = "start", value = EVENT))
              }))
  @ApiResponse(
      responseCode = "200",
      description = "What the valid events would do, and a verdict on each.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = PreviewAnswer.class),
              examples = @ExampleObject(name = "start", value = ANSWER)))
  @ApiResponse(
      responseCode = "400",
      description =
          "The body cannot be read: body-missing, encoding, json-malformed, json-trailing,"
              + " json-duplicate-key, json-too-deep, json-number-too-long; or a parameter:"
              + " parameter-invalid.")
  @ApiResponse(
      responseCode = "403",
      description =
          "The API key lacks events:write, or for mode=backfill events:backfill: scope-missing.")
  @ApiResponse(responseCode = "413", description = "body-too-large, batch-too-large.")
  @ApiResponse(
      responseCode = "422",
      description =
          "The document is no event and no list (type), an empty list (batch-empty), or would say"
              + " too much or take too long (preview-too-large).",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "empty", value = REFUSED)))
  @ApiResponse(
      responseCode = "503",
      description =
          "Too many previews are under way (busy), or keys cannot be checked (keys-unavailable).")
  @PostMapping(
      path = "/v1/preview",
      consumes = {STRUCTURED, BATCH, MediaType.APPLICATION_JSON_VALUE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  PreviewAnswer preview(
      @RequestBody(required = false) byte @Nullable [] body,
      @Parameter(
              description =
                  "The moment to look ahead from, at most ten years away; now unless given.",
              schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String at,
      @Parameter(
              description = "How many days ahead, 1 to 400; thirteen months unless given.",
              schema = @Schema(type = "integer", minimum = "1", maximum = "400"))
          @RequestParam(required = false)
          @Nullable String days,
      @Parameter(
              description = "As of POST /v1/events; backfill needs the scope events:backfill.",
              schema = @Schema(allowableValues = {"live", "backfill"}))
          @RequestParam(required = false)
          @Nullable String mode,
      Caller caller);
}
