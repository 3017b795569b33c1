package dev.perennial.operations.command;

import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.operations.OperationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where ingest is, and the API key to it. */
final class IngestOptions {

  private static final String KEY = "PERENNIAL_API_KEY";

  @Option(
      names = "--ingest",
      paramLabel = "URL",
      description = "Where ingest-api is; or $$PERENNIAL_INGEST_URL; else port 8080 here.",
      defaultValue = "${env:PERENNIAL_INGEST_URL:-http://127.0.0.1:8080}")
  private URI ingest = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "A file with the API key alone in it; else $$PERENNIAL_API_KEY.")
  private @Nullable Path keyFile;

  URI ingest() {
    return ingest;
  }

  String key() {
    return key(System.getenv());
  }

  /**
   * @throws OperationException where there is no key; its text is not repeated
   */
  String key(Map<String, String> environment) {
    String text = keyFile == null ? environment.get(KEY) : contentOf(keyFile);
    if (text == null) {
      throw new OperationException("An API key is needed: --key-file, or " + KEY);
    }
    return ApiKeyToken.parse(text.strip())
        .map(ApiKeyToken::text)
        .orElseThrow(
            () ->
                new OperationException(
                    "There is no API key in " + (keyFile == null ? KEY : keyFile.toString())));
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw OperationException.cannotRead(file, e);
    }
  }
}
