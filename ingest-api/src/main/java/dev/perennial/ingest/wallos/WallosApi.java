package dev.perennial.ingest.wallos;

import dev.perennial.ingest.imports.DryRun;
import dev.perennial.ingest.imports.ImportExamples;
import dev.perennial.ingest.imports.ImportProblem;
import dev.perennial.ingest.imports.ImportRequest;
import dev.perennial.ingest.imports.ImportResult;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The HTTP side of the Wallos importer and its documentation, apart from what it does. */
@Tag(name = "Imports", description = "Files of subscriptions and payments.")
interface WallosApi {

  String CSV = "text/csv";

  String DESCRIPTION =
      """
      The file that Wallos saves as subscriptions.json or subscriptions.csv, for one subscriber.

      Each entry becomes a subscription.started, its next payment the anchor, and a \
      subscription.cancelled behind it where it is disabled. A symbol of several currencies, such \
      as $, needs currency; payment method, payer and notes have no place and are counted in \
      dropped. The same file twice counts once.

      With dryRun=true nothing is written: the answer has the events that each entry becomes.
      """;

  String EXPORT =
      """
      [{"Name":"Netflix","Payment Cycle":"Monthly","Next Payment":"2026-12-15",
        "Renewal":"Automatic","Category":"Entertainment","Payment Method":"PayPal",
        "Paid By":"Alice","Price":"€12.99","Notes":"","URL":"https://www.netflix.com",
        "State":"Enabled","Notifications":"Enabled","Cancellation Date":"","Active":"Yes"}]
      """;

  String EXPORT_CSV =
      """
      Name,Payment Cycle,Next Payment,Renewal,Category,Price,State,Active
      Netflix,Monthly,2026-12-15,Automatic,Entertainment,€12.99,Enabled,Yes
      """;

  @Operation(
      operationId = "importWallos",
      summary = "Import an export of Wallos",
      description = DESCRIPTION,
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(type = "array"),
                    examples = @ExampleObject(name = "one", value = EXPORT)),
                @Content(
                    mediaType = CSV,
                    schema = @Schema(type = "string"),
                    examples = @ExampleObject(name = "one", value = EXPORT_CSV))
              }))
  @ApiResponse(
      responseCode = "200",
      description = "A dry run: what the file would do.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = DryRun.class),
              examples = @ExampleObject(name = "dry run", value = ImportExamples.DRY_RUN)))
  @ApiResponse(
      responseCode = "202",
      description = "Every entry is durable.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ImportResult.class),
              examples = @ExampleObject(name = "taken", value = ImportExamples.TAKEN)))
  @ApiResponse(
      responseCode = "207",
      description = "Some entries are durable; each has its status.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ImportResult.class),
              examples = @ExampleObject(name = "partly", value = ImportExamples.PARTLY_TAKEN)))
  @ApiResponse(
      responseCode = "400",
      description =
          "The file cannot be read: body-missing, encoding, csv-malformed, json-malformed,"
              + " json-trailing, json-duplicate-key, json-too-deep, json-number-too-long; or a"
              + " parameter: parameter-invalid, request-malformed.")
  @ApiResponse(
      responseCode = "403",
      description =
          "The API key lacks events:write, or for mode=backfill events:backfill: scope-missing.")
  @ApiResponse(responseCode = "413", description = "body-too-large, rows-too-many.")
  @ApiResponse(
      responseCode = "415",
      description = "Another Content-Type, charset or Content-Encoding: media-type.")
  @ApiResponse(
      responseCode = "422",
      description =
          "Nothing was taken. Of the file: type, column-missing, batch-empty. No valid entry, or"
              + " atomic and one is not: batch-rejected with the items, whose codes are row-length,"
              + " cycle-unknown, price-format, decimal-comma, currency-ambiguous and those of"
              + " events.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(anyOf = {Problem.class, ImportProblem.class}),
              examples = @ExampleObject(name = "file", value = ImportExamples.REFUSED)))
  @ApiResponse(
      responseCode = "503",
      description =
          "Not acknowledged in time (unacknowledged), too much on its way (busy), or keys cannot be"
              + " checked (keys-unavailable). Send it again.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(anyOf = {Problem.class, ImportProblem.class})))
  @PostMapping(
      path = "/v1/imports/wallos",
      consumes = {MediaType.APPLICATION_JSON_VALUE, CSV},
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> post(
      @RequestBody(required = false) byte @Nullable [] body,
      @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
      @Parameter(
              description = "Whose subscriptions they are.",
              required = true,
              schema = @Schema(type = "string", minLength = 1, pattern = "\\S"),
              example = "alice")
          @RequestParam(defaultValue = "")
          String subscriber,
      @Parameter(
              description = "Of prices whose symbol stands for several; ISO 4217.",
              schema = @Schema(type = "string", pattern = "^[A-Z]{3}$"),
              example = "USD")
          @RequestParam(required = false)
          @Nullable String currency,
      @Parameter(description = "Of the events.") @RequestParam(defaultValue = "/imports/wallos")
          String source,
      @Parameter(
              description =
                  "Of the starts: a day, or a time with its zone; by default one period before the"
                      + " next payment.",
              schema = @Schema(type = "string", pattern = ImportRequest.MOMENT),
              example = "2026-11-27")
          @RequestParam(required = false)
          @Nullable String time,
      @Parameter(description = "Write nothing, say what would happen.")
          @RequestParam(defaultValue = "false")
          boolean dryRun,
      @Parameter(description = "Take all entries of the file or none.")
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
