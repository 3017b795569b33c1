package dev.perennial.ingest.wallos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WallosPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("perennial.home"), "docs", "imports.md");
  private static final Pattern FIELD = Pattern.compile("(?m)^\\| `([A-Z][\\w ]+)` \\|");
  private static final Pattern SYMBOLS = Pattern.compile("\\*\\*Symbols\\.\\*\\* (.+) and ISO");

  @Test
  void showsTheFieldsOfAnExport() throws IOException {
    List<String> documented =
        FIELD.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)).toList();
    assertThat(documented)
        .containsExactlyElementsOf(Stream.of(Field.values()).map(Field::wallosName).toList());
  }

  @Test
  void showsTheSymbolsOfOneCurrency() throws IOException {
    var list = SYMBOLS.matcher(Files.readString(PAGE));
    assertThat(list.find()).isTrue();
    assertThat(list.group(1).split(", ")).containsExactlyInAnyOrderElementsOf(Symbols.known());
  }
}
