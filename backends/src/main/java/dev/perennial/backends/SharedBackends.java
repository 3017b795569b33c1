package dev.perennial.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The backends of one test run, in a temporary folder that goes away with them. */
record SharedBackends(Backends backends, Path folder) implements AutoCloseable {
  static SharedBackends create() {
    try {
      var folder = Files.createTempDirectory("perennial-backends");
      var log = LoggerFactory.getLogger(Backends.class);
      var backends =
          new Backends(folder, (component, message) -> log.info("{}: {}", component, message));
      return new SharedBackends(backends, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    backends.close();
    Folders.delete(folder);
  }
}
