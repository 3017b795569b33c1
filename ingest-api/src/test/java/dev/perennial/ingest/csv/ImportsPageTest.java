package dev.perennial.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("perennial.home"), "docs", "imports.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| (yes|`\\w+`|) ?\\| (\\w+) \\| `(/[^`]+)` \\|$");

  @Test
  void showsTheColumnsOfBothKinds() throws IOException {
    List<String> documented =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> String.join(" ", row.group(1), row.group(2), row.group(3), row.group(4)))
            .toList();
    assertThat(documented)
        .containsExactlyElementsOf(
            Stream.of(Kind.values())
                .flatMap(kind -> kind.columns().stream())
                .map(ImportsPageTest::row)
                .toList());
  }

  @Test
  void namesTheTypesOfPayments() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains(Kind.PAYMENTS.types().stream().map(type -> "`" + type + "`").toList());
  }

  private static String row(Column column) {
    String must =
        column.absent() == null ? (column.mandatory() ? "yes" : "") : "`" + column.absent() + "`";
    String form = column.form().name().toLowerCase(Locale.ROOT);
    return String.join(" ", column.name(), must, form, column.pointer());
  }
}
