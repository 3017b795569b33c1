package dev.perennial.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files under {@code connectors/config}, which this room's build packs into its jar. */
public final class ConfigurationFile {

  private static final String FOLDER = "/dev/perennial/config/";

  private ConfigurationFile() {}

  /** The text of a file, named from that folder on: {@code collections/payments.json}. */
  public static String read(String name) {
    try (InputStream content =
        Objects.requireNonNull(ConfigurationFile.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
