package dev.perennial.ingest.schema;

import dev.perennial.contracts.event.EventSchemas;
import dev.perennial.domain.event.EventType;
import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the schemas of events; whoever builds a client needs no key for that. */
@RestController
@SecurityRequirements
@Tag(name = "Documents", description = "What is published about this interface; without a key.")
class SchemasController {

  private static final String PATH = "/v1/schemas";

  private static final String LIST =
      """
      {"schemas":[{"type":"payment.succeeded","url":"/v1/schemas/payment.succeeded"}]}
      """;

  private static final String BEGINNING =
      """
      {"$schema":"https://json-schema.org/draft/2020-12/schema",
       "$id":"urn:perennial:event:v1:payment.succeeded","type":"object"}
      """;

  private final SchemaList list =
      new SchemaList(
          Stream.of(EventType.values())
              .map(EventType::wireName)
              .map(type -> new SchemaList.Entry(type, PATH + "/" + type))
              .toList());

  private final Map<EventType, PublishedDocument> schemas = new EnumMap<>(EventType.class);

  SchemasController() {
    for (EventType type : EventType.values()) {
      schemas.put(type, PublishedDocument.of(EventSchemas.MEDIA_TYPE, EventSchemas.of(type)));
    }
  }

  @Operation(operationId = "listSchemas", summary = "List the schemas of events")
  @ApiResponse(
      responseCode = "200",
      description = "All of them.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = SchemaList.class),
              examples = @ExampleObject(name = "one", value = LIST)))
  @GetMapping(PATH)
  SchemaList list() {
    return list;
  }

  @Operation(
      operationId = "getSchema",
      summary = "Get the schema of an event type",
      description =
          "JSON Schema 2020-12 of a whole event, complete in itself. It only grows: what it"
              + " allowed it goes on allowing.")
  @ApiResponse(
      responseCode = "200",
      description = "The schema.",
      headers = {
        @Header(
            name = "ETag",
            description = "For If-None-Match.",
            schema = @Schema(type = "string")),
        @Header(name = "Cache-Control", description = "An hour.", schema = @Schema(type = "string"))
      },
      content =
          @Content(
              mediaType = EventSchemas.MEDIA_TYPE,
              schema = @Schema(type = "object"),
              examples = @ExampleObject(name = "beginning", value = BEGINNING)))
  @ApiResponse(
      responseCode = "304",
      description = "It is the one that If-None-Match names.",
      content = @Content)
  @ApiResponse(
      responseCode = "404",
      description = "There is no such type: not-found.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @GetMapping(PATH + "/{type}")
  ResponseEntity<byte[]> schema(
      @Parameter(description = "A type of event.", example = "payment.succeeded") @PathVariable
          String type,
      @Parameter(hidden = true) HttpServletResponse response) {
    return EventType.byName(type)
        .flatMap(known -> Optional.ofNullable(schemas.get(known)))
        .orElseThrow(() -> new ProblemException(404, "not-found", "There is nothing here."))
        .answer(response);
  }
}
