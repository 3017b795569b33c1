package dev.perennial.ingest.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.event.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of Stripe in the shapes of old and new versions of its API, each with the events that it
 * comes to beside it. Written for these tests by what Stripe documents of its fields; those named
 * published have every field of the examples that Stripe publishes.
 */
final class StripePayloads {

  private static final String PAYLOAD = ".stripe.json";

  private StripePayloads() {}

  static List<String> names() {
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(StripePayloads.class.getResource("/stripe")).toURI()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PAYLOAD))
          .map(name -> name.substring(0, name.length() - PAYLOAD.length()))
          .sorted()
          .toList();
    } catch (IOException | URISyntaxException failure) {
      throw new AssertionError(failure);
    }
  }

  static ObjectNode payload(String name) {
    return (ObjectNode) StrictJson.parse(bytes(name + PAYLOAD));
  }

  static JsonNode expected(String name) {
    return StrictJson.parse(bytes(name + ".events.json"));
  }

  /** The object within an event, for a test that changes it. */
  static ObjectNode object(ObjectNode event) {
    return (ObjectNode) event.path("data").path("object");
  }

  static byte[] bytesOf(JsonNode json) {
    return json.toString().getBytes(UTF_8);
  }

  private static byte[] bytes(String file) {
    try (InputStream content =
        Objects.requireNonNull(StripePayloads.class.getResourceAsStream("/stripe/" + file), file)) {
      return content.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
