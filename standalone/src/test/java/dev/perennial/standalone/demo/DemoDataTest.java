package dev.perennial.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {
  private static final Clock FIRST =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void aSecondStartHasTheSampleOfTheFirst() {
    DemoData data = new DemoData(folder.resolve("demo")).prepare();

    var first = data.sample(7, FIRST);
    var second = data.sample(8, Clock.offset(FIRST, Duration.ofDays(3)));

    assertThat(second).isEqualTo(first);
    assertThat(first.at()).isEqualTo(FIRST.instant());
  }

  @Test
  void aWipedFolderGetsANewSample() {
    DemoData data = new DemoData(folder.resolve("demo")).prepare();
    var first = data.sample(7, FIRST);

    data.wipe();
    var second = data.prepare().sample(8, FIRST);

    assertThat(second.seed()).isEqualTo(8).isNotEqualTo(first.seed());
  }

  @Test
  void aFolderThatIsNotTheDemosIsNeverWiped() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "keep");

    assertThatThrownBy(() -> new DemoData(folder).wipe())
        .hasMessageContaining("no data folder of the demo");
    assertThat(precious).exists();
  }
}
