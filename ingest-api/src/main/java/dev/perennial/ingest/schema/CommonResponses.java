package dev.perennial.ingest.schema;

import dev.perennial.starter.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The answers that any operation may give, where it does not describe them itself: with a key those
 * of its check, with a body those of reading it. And what all refusals have: a problem as their
 * body, unless the operation says another one, and Retry-After where they pass.
 */
@Component
class CommonResponses implements OpenApiCustomizer {

  private static final Map<String, String> OF_ALL =
      Map.of(
          "400", "The request is not well-formed: request-malformed, parameter-invalid.",
          "405", "Another method than those in Allow: method-not-allowed.",
          "406", "Accept names nothing that there is: not-acceptable.",
          "500", "The fault is not yours: internal.");

  private static final Map<String, String> WITH_KEY =
      Map.of(
          "401", "No valid API key: unauthenticated.",
          "403", "The API key lacks a scope: scope-missing.",
          "429", "Too much in too short a time, see Retry-After: rate-limited.",
          "503", "Try again a little later, see Retry-After: keys-unavailable, unavailable.");

  private static final Map<String, String> WITH_BODY =
      Map.of(
          "408", "The body came too slowly: request-timeout.",
          "413", "The body is too large, also when inflated: body-too-large.",
          "415", "Another Content-Type or Content-Encoding: media-type.");

  private static final Set<String> PASSING = Set.of("429", "503");

  private static final Header SECONDS =
      new Header().description("Seconds.").schema(new JsonSchema().types(Set.of("integer")));

  private static final MediaType PROBLEM =
      new MediaType()
          .schema(
              new JsonSchema()
                  .$ref(Components.COMPONENTS_SCHEMAS_REF + Problem.class.getSimpleName()));

  @Override
  public void customise(OpenAPI openApi) {
    ModelConverters.getInstance(true)
        .read(Problem.class)
        .forEach(openApi.getComponents()::addSchemas);
    openApi
        .getPaths()
        .forEach(
            (path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
  }

  private static void complete(String path, Operation operation) {
    Map<String, String> common = new TreeMap<>(OF_ALL);
    if (path.contains("{")) {
      common.put("404", "There is nothing here: not-found.");
    }
    if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
      common.putAll(WITH_KEY);
    }
    if (operation.getRequestBody() != null) {
      common.putAll(WITH_BODY);
    }
    common.keySet().removeAll(operation.getResponses().keySet());
    common.forEach(
        (status, description) ->
            operation
                .getResponses()
                .addApiResponse(status, new ApiResponse().description(description)));
    operation.getResponses().forEach(CommonResponses::refusal);
  }

  private static void refusal(String status, ApiResponse response) {
    if (status.charAt(0) < '4') {
      return;
    }
    Content described = response.getContent();
    if (described == null || !described.containsKey(Problem.MEDIA_TYPE)) {
      response.setContent(new Content().addMediaType(Problem.MEDIA_TYPE, PROBLEM));
    }
    if (PASSING.contains(status)) {
      response.addHeaderObject(HttpHeaders.RETRY_AFTER, SECONDS);
    }
  }
}
