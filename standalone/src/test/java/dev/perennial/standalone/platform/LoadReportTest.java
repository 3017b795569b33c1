package dev.perennial.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadReportTest {
  private static final LoadReport ONE = report(100, 98, Map.of("type", 2), List.of());
  private static final LoadReport OTHER = report(3, 0, Map.of("type", 1, "enum", 2), List.of());

  @TempDir private Path folder;

  @Test
  void sumsAreCountedByCode() {
    LoadReport sum = ONE.plus(OTHER);

    assertThat(sum.posted()).isEqualTo(103);
    assertThat(sum.accepted()).isEqualTo(98);
    assertThat(sum.refused()).isEqualTo(Map.of("type", 3, "enum", 2));
    assertThat(sum.refusedInAll()).isEqualTo(5);
  }

  @Test
  void whatWasAnsweredIsKnownAfterARestart() {
    Path file = folder.resolve("loaded");
    new LoadJournal(file).note("content", ONE);

    assertThat(new LoadJournal(file).find("content")).contains(ONE);
    assertThat(new LoadJournal(file).find("other")).isEmpty();
  }

  @Test
  void whatWasAnsweredUnexpectedlyIsTriedAgain() {
    Path file = folder.resolve("loaded");
    new LoadJournal(file).note("content", report(1, 0, Map.of("busy", 1), List.of("busy")));

    assertThat(new LoadJournal(file).find("content")).isEmpty();
  }

  @Test
  void aLineThatWasNotWrittenToItsEndCountsForNothing() {
    Path file = folder.resolve("loaded");
    PrivateFile.write(file, "0123abcd 10");

    assertThat(new LoadJournal(file).find("content")).isEmpty();
  }

  private static LoadReport report(
      int posted, int accepted, Map<String, Integer> refused, List<String> surprises) {
    return new LoadReport(posted, accepted, refused, 0, List.of(), surprises, Duration.ZERO);
  }
}
