package dev.perennial.ingest.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a record of ours always has is required in its schema: all that cannot be null. */
@Component
class RequiredProperties implements ModelConverter {

  private static final String OURS = "dev.perennial.";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
    if (resolved != null && raw.isRecord() && raw.getName().startsWith(OURS)) {
      require(raw, schemaOf(resolved, context.getDefinedModels()));
    }
    return resolved;
  }

  private static Schema<?> schemaOf(
      Schema<?> resolved, @SuppressWarnings("rawtypes") Map<String, Schema> models) {
    String reference = resolved.get$ref();
    return reference == null
        ? resolved
        : models.getOrDefault(reference.substring(reference.lastIndexOf('/') + 1), resolved);
  }

  private static void require(Class<?> raw, Schema<?> schema) {
    if (schema.getProperties() == null) {
      return;
    }
    Stream.of(raw.getRecordComponents())
        .filter(RequiredProperties::isAlwaysThere)
        .map(RecordComponent::getName)
        .filter(schema.getProperties()::containsKey)
        .filter(name -> schema.getRequired() == null || !schema.getRequired().contains(name))
        .forEach(schema::addRequiredItem);
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    JsonInclude inclusion = component.getAccessor().getAnnotation(JsonInclude.class);
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && (inclusion == null || inclusion.value() == JsonInclude.Include.ALWAYS);
  }
}
