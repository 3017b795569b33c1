package dev.perennial.ingest.schema;

import static java.util.Objects.requireNonNull;

import dev.perennial.starter.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers that any operation may give, where it does not describe them itself: with a key those
 * of its check, with a body those of reading it. And what all refusals have: a problem as their
 * body, unless the operation says another one, and an example of it.
 */
@Component
class CommonResponses implements OpenApiCustomizer {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String PROBLEM =
      Components.COMPONENTS_SCHEMAS_REF + Problem.class.getSimpleName();

  @Override
  public void customise(OpenAPI openApi) {
    ModelConverters.getInstance(true)
        .read(Problem.class)
        .forEach(openApi.getComponents()::addSchemas);
    CommonHeaders.components().forEach(openApi.getComponents()::addHeaders);
    openApi
        .getPaths()
        .forEach(
            (path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
  }

  private static void complete(String path, Operation operation) {
    boolean hasKey = operation.getSecurity() == null || !operation.getSecurity().isEmpty();
    Map<String, Refusal> common = new TreeMap<>(Refusal.OF_ALL);
    if (path.contains("{")) {
      common.putAll(Refusal.OF_PATHS);
    }
    if (hasKey) {
      common.putAll(Refusal.WITH_KEY);
    }
    if (operation.getRequestBody() != null) {
      common.putAll(Refusal.WITH_BODY);
    }
    common.keySet().removeAll(operation.getResponses().keySet());
    common.forEach(
        (status, refusal) ->
            operation
                .getResponses()
                .addApiResponse(status, new ApiResponse().description(refusal.description())));
    operation.getResponses().forEach(CommonResponses::finish);
    operation
        .getResponses()
        .forEach((status, response) -> CommonHeaders.add(status, hasKey, response));
  }

  private static void finish(String status, ApiResponse response) {
    if (status.charAt(0) < '4') {
      return;
    }
    Content described = response.getContent();
    if (described == null || !described.containsKey(Problem.MEDIA_TYPE)) {
      response.setContent(new Content().addMediaType(Problem.MEDIA_TYPE, problem()));
    }
    MediaType problem = requireNonNull(response.getContent().get(Problem.MEDIA_TYPE), status);
    if (problem.getExample() == null && problem.getExamples() == null) {
      Optional.ofNullable(Refusal.ALL.get(status))
          .map(Refusal::example)
          .ifPresent(example -> problem.setExample(JSON.convertValue(example, Map.class)));
    }
  }

  private static MediaType problem() {
    return new MediaType().schema(new JsonSchema().$ref(PROBLEM));
  }
}
