package dev.perennial.operations.connect;

import dev.perennial.operations.OperationException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** The file from which the worker's config provider {@code file} reads the connectors' secrets. */
public final class ConnectorSecrets {

  private ConnectorSecrets() {}

  /**
   * Writes the file for its owner's eyes only, whole or not at all.
   *
   * @param mongodbUri with at least one option behind a question mark, since the connectors add
   *     their time-outs as further ones
   * @throws OperationException where the URI has none, or the file cannot be written
   */
  public static void write(Path file, String mongodbUri, String redisUri) {
    if (!mongodbUri.contains("?")) {
      throw new OperationException(
          "MongoDB's URI needs an option, such as ?replicaSet=rs0: the connectors add theirs");
    }
    Properties secrets = new Properties();
    secrets.setProperty("mongodb.uri", mongodbUri);
    secrets.setProperty("redis.uri", redisUri);
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path fresh =
          Files.createTempFile(
              folder,
              ".secrets",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        secrets.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new OperationException("The secrets file cannot be written: " + file, e);
    }
  }
}
