package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.topic.TopicDeclaration;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the documentation says against the code. */
class DocumentationTest {

  private static final Path HOME = Path.of(System.getProperty("perennial.home"));
  private static final Pattern TOPIC_ROW =
      Pattern.compile("^\\| `([a-z0-9.-]+)` \\| (\\d+) \\|", Pattern.MULTILINE);
  private static final Pattern EVENT_ROW =
      Pattern.compile("^\\| `([a-z.-]+)` \\|", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

  @Test
  void theTableOfTopicsIsTheDeclaration() throws IOException {
    Map<String, Integer> documented =
        TOPIC_ROW
            .matcher(Files.readString(HOME.resolve("docs/topics.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));
    Map<String, Integer> declared =
        Topics.ofEpoch(1).all().stream()
            .collect(Collectors.toMap(TopicDeclaration::name, TopicDeclaration::partitions));

    assertThat(documented).isEqualTo(declared);
  }

  @Test
  void theTablesOfEventsAndOfAlertsNameEveryType() throws IOException {
    List<String> documented =
        EVENT_ROW
            .matcher(Files.readString(HOME.resolve("docs/events.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(EventType.values()).map(EventType::wireName),
                    Stream.of(AlertType.values()).map(AlertType::wireName))
                .toList());
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        assertThat(page.resolveSibling(link.group(1)))
            .as("%s links to %s", HOME.relativize(page), link.group(1))
            .exists();
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files =
        Files.find(HOME, 4, (path, attributes) -> path.toString().endsWith(".md"))) {
      return files
          .filter(path -> !path.toString().contains("/target/"))
          .filter(path -> !path.toString().contains("/."))
          .filter(path -> !path.startsWith(HOME.resolve("data")))
          .toList();
    }
  }
}
