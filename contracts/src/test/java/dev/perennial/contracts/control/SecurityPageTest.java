package dev.perennial.contracts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/security.md against the code. */
class SecurityPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("perennial.home"), "docs/security.md");
  private static final Pattern SCOPE_ROW =
      Pattern.compile("^\\| `([a-z]+(?::[a-z]+)?)` \\| [^|]+ \\|$", Pattern.MULTILINE);

  @Test
  void theScannersPatternShouldBeTheOneThatKeysAreHeldAgainst() throws IOException {
    assertThat(Files.readAllLines(PAGE)).contains(ApiKeyToken.SCANNER_PATTERN);
  }

  @Test
  void theTableOfScopesShouldNameEveryScope() throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf("### Scopes"), page.indexOf("### Rotation"));
    assertThat(SCOPE_ROW.matcher(section).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(Stream.of(Scope.values()).map(Scope::wireName).toList());
  }
}
