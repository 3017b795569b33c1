package dev.perennial.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topics as an AsyncAPI 3.0 document: channels, keys, headers, payloads. Payloads of events
 * refer to their published schemas, by addresses that are relative to the document's own.
 */
public final class AsyncApi {

  public static final String MEDIA_TYPE = "application/vnd.aai.asyncapi+json;version=3.0.0";

  private AsyncApi() {}

  public static JsonNode document() {
    try (InputStream file = AsyncApi.class.getResourceAsStream("asyncapi.json")) {
      return new JsonMapper().readTree(Objects.requireNonNull(file).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
