package dev.perennial.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.control.HookKeys;
import dev.perennial.operations.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The signing secret and the key that seals it: neither is ever an argument. */
final class HookSecretOptions {

  /** As ingest reads it: {@code perennial.ingest.hook-key}. */
  private static final String KEY = "PERENNIAL_INGEST_HOOKKEY";

  private static final int LONGEST = 4_096;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file with the signing secret (whsec_...) alone in it; else standard input.")
  private @Nullable Path secretFile;

  @Option(
      names = "--hook-key-file",
      paramLabel = "FILE",
      description = {
        "A file with the key that seals it, 32 bytes in base64, the same as ingest's",
        "perennial.ingest.hook-key; else $$PERENNIAL_INGEST_HOOKKEY."
      })
  private @Nullable Path keyFile;

  /**
   * @throws OperationException where it cannot be read
   */
  String secret() {
    if (secretFile != null) {
      return contentOf(secretFile).strip();
    }
    try {
      return new String(System.in.readNBytes(LONGEST), UTF_8).strip();
    } catch (IOException failure) {
      throw new OperationException("Cannot read the signing secret from standard input", failure);
    }
  }

  HookKeys keys() {
    return keys(System.getenv());
  }

  /**
   * @throws OperationException where there is no key; its text is not repeated
   */
  HookKeys keys(Map<String, String> environment) {
    String text = keyFile == null ? environment.get(KEY) : contentOf(keyFile);
    if (text == null || text.isBlank()) {
      throw new OperationException("A hook key is needed: --hook-key-file, or " + KEY);
    }
    try {
      return HookKeys.parse(text.strip());
    } catch (IllegalArgumentException malformed) {
      throw new OperationException(
          "A hook key is 32 bytes in base64, or several of them as version:base64 by comma");
    }
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw OperationException.cannotRead(file, e);
    }
  }
}
