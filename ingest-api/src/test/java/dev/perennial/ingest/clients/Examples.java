package dev.perennial.ingest.clients;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The code blocks of docs/clients.md, by the file's name that stands behind their language. */
record Examples(Map<String, String> byName) {

  private static final Path PAGE = Path.of("..", "docs", "clients.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\S*) ?(\\S*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  static Examples ofThePage() throws IOException {
    return new Examples(
        BLOCK
            .matcher(Files.readString(PAGE))
            .results()
            .collect(toMap(block -> block.group(2), block -> block.group(3))));
  }

  /** Writes one where it can be run. */
  Path write(String name, Path folder) throws IOException {
    String text = byName.get(name);
    if (text == null) {
      throw new IllegalArgumentException("docs/clients.md has no example " + name);
    }
    return Files.writeString(folder.resolve(name), text);
  }
}
