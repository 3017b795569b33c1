package dev.perennial.ingest.csv;

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
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The HTTP side of CSV import and its documentation, apart from what it does. */
@Tag(name = "Imports", description = "Files of subscriptions and payments.")
interface CsvApi {

  String CSV = "text/csv";

  String DESCRIPTION =
      """
      A CSV file (RFC 4180, UTF-8) of subscriptions or of payments; each row becomes one event, \
      subscription.started or one of payment.*, and is checked as any event is.

      The header names the columns, in any order and case; a file with the column type or \
      paymentId is of payments. Amounts have a decimal point, dates are ISO (2026-01-31). Cells are data, never \
      formulas. A row without an id gets one from its content, so that the same file twice counts \
      once; one without a time gets one from its dates.

      With dryRun=true nothing is written: the answer has the event that each row becomes, and \
      what is wrong with the others. What the events would lead to is told by POST /v1/preview.
      """;

  String SUBSCRIPTIONS =
      """
      subscriber,subscription,name,amount,currency,unit,anchor
      alice,netflix,Netflix,12.99,EUR,MONTH,2026-01-31
      """;

  String PAYMENTS =
      """
      type,subscriber,subscription,paymentId,amount,currency,time
      payment.succeeded,alice,netflix,pay-1,12.99,EUR,2026-01-31
      """;

  @Operation(
      operationId = "importCsv",
      summary = "Import CSV",
      description = DESCRIPTION,
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = CSV,
                      schema = @Schema(type = "string"),
                      examples = {
                        @ExampleObject(name = "subscriptions", value = SUBSCRIPTIONS),
                        @ExampleObject(name = "payments", value = PAYMENTS)
                      })))
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
      description = "Every row is durable.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ImportResult.class),
              examples = @ExampleObject(name = "taken", value = ImportExamples.TAKEN)))
  @ApiResponse(
      responseCode = "207",
      description = "Some rows are durable; each has its status.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ImportResult.class),
              examples = @ExampleObject(name = "partly", value = ImportExamples.PARTLY_TAKEN)))
  @ApiResponse(
      responseCode = "400",
      description =
          "The file cannot be read: body-missing, encoding, csv-malformed; or a parameter:"
              + " parameter-invalid, request-malformed.")
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
          "Nothing was taken. Of the header: column-unknown, column-duplicate, column-missing. No"
              + " row: batch-empty. No valid row, or atomic and one is not: batch-rejected with the"
              + " items, whose codes are row-length, cell-too-long, cell-format, number-format,"
              + " decimal-comma and those of events.",
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
      path = "/v1/imports/csv",
      consumes = CSV,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> post(
      @RequestBody(required = false) byte @Nullable [] body,
      @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
      @Parameter(description = "Between cells; by default the header decides.")
          @Schema(allowableValues = {",", ";"})
          @RequestParam(required = false)
          @Nullable String delimiter,
      @Parameter(description = "Of rows that name none.")
          @RequestParam(defaultValue = "/imports/csv")
          String source,
      @Parameter(
              description = "Of rows that name none: a day, or a time with its zone.",
              schema = @Schema(type = "string", pattern = ImportRequest.MOMENT),
              example = "2026-11-27")
          @RequestParam(required = false)
          @Nullable String time,
      @Parameter(description = "Write nothing, say what would happen.")
          @RequestParam(defaultValue = "false")
          boolean dryRun,
      @Parameter(description = "Take all rows of the file or none.")
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

  @Operation(
      operationId = "csvTemplate",
      summary = "A CSV file to start from",
      description = "The header with every column of a kind, and one row. Needs no API key.")
  @SecurityRequirements
  @ApiResponse(
      responseCode = "200",
      description = "A header and a row.",
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = "string"),
              examples = @ExampleObject(name = "payments", value = PAYMENTS)))
  @ApiResponse(responseCode = "400", description = "Another kind, or none: parameter-invalid.")
  @GetMapping(path = "/v1/imports/csv/template", produces = CSV)
  ResponseEntity<byte[]> template(
      @Parameter(required = true, schema = @Schema(allowableValues = {"subscriptions", "payments"}))
          @RequestParam(defaultValue = "")
          String kind);
}
