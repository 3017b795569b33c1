package dev.perennial.backends;

import java.io.IOException;
import java.nio.file.Path;

/** Somewhere a {@code mongod} can be fetched from. */
interface MongodSource {
  String version();

  /** What the binary must hash to, as lower-case hex. */
  String binarySha256();

  /** Fetches into an empty folder and gives back the binary, not yet checked. */
  Path fetch(Path folder) throws IOException;
}
