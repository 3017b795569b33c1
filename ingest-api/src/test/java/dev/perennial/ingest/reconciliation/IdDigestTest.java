package dev.perennial.ingest.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdDigestTest {

  @Test
  void theWorkedExampleOfTheGuideIsRight() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "outcomes.md"));

    assertThat(guide).contains(of("/billing", List.of("evt-1", "evt-2", "evt-3")));
  }

  @Test
  void theOrderOfTheIdsDoesNotMatter() {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < 500; number++) {
      ids.add("evt-" + number);
    }
    String sorted = of("/billing", ids);
    Collections.shuffle(ids, new Random(5));

    assertThat(of("/billing", ids)).isEqualTo(sorted).hasSize(64);
  }

  @Test
  void oneIdMoreLessOrOtherIsSeen() {
    String three = of("/billing", List.of("a", "b", "c"));

    assertThat(of("/billing", List.of("a", "b"))).isNotEqualTo(three);
    assertThat(of("/billing", List.of("a", "b", "d"))).isNotEqualTo(three);
    assertThat(of("/bank", List.of("a", "b", "c"))).isNotEqualTo(three);
  }

  @Test
  void noIdsAreZeros() {
    assertThat(of("/billing", List.of())).isEqualTo("0".repeat(64));
  }

  private static String of(String source, List<String> ids) {
    IdDigest digest = new IdDigest();
    ids.forEach(id -> digest.add(source, id));
    return digest.hex();
  }
}
