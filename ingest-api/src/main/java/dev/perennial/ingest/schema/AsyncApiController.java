package dev.perennial.ingest.schema;

import dev.perennial.contracts.AsyncApi;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description of the topics that events end up on. */
@RestController
@SecurityRequirements
@Tag(name = "Documents")
class AsyncApiController {

  private final PublishedDocument document =
      PublishedDocument.of(AsyncApi.MEDIA_TYPE, AsyncApi.document());

  @Operation(
      operationId = "getAsyncApi",
      summary = "Get the description of the topics",
      description = "AsyncAPI 3.0; its payloads refer to the schemas of events.")
  @ApiResponse(
      responseCode = "200",
      description = "The document.",
      headers =
          @Header(
              name = "ETag",
              description = "For If-None-Match.",
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = AsyncApi.MEDIA_TYPE,
              schema = @Schema(type = "object"),
              examples = @ExampleObject(name = "beginning", value = "{\"asyncapi\":\"3.0.0\"}")))
  @ApiResponse(
      responseCode = "304",
      description = "It is the one that If-None-Match names.",
      content = @Content)
  @GetMapping("/v1/asyncapi")
  ResponseEntity<byte[]> topics(@Parameter(hidden = true) HttpServletResponse response) {
    return document.answer(response);
  }
}
