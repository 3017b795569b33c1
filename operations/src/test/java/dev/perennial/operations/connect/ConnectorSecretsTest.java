package dev.perennial.operations.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.operations.OperationException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorSecretsTest {

  @Test
  void shouldWriteForTheOwnersEyesOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("secrets.properties");
    ConnectorSecrets.write(file, "mongodb://u:p=w@h/?replicaSet=rs0", "redis://:p%w@h:1");
    ConnectorSecrets.write(file, "mongodb://u:other@h/?replicaSet=rs0", "redis://:p%w@h:1");

    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    assertThat(read)
        .containsEntry("mongodb.uri", "mongodb://u:other@h/?replicaSet=rs0")
        .containsEntry("redis.uri", "redis://:p%w@h:1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void shouldRefuseAUriToWhichTheConnectorsCannotAddTheirTimeOuts(@TempDir Path folder) {
    assertThatThrownBy(
            () -> ConnectorSecrets.write(folder.resolve("s"), "mongodb://u:secret@h/", "redis://h"))
        .isInstanceOf(OperationException.class)
        .hasMessageNotContaining("secret");
  }
}
