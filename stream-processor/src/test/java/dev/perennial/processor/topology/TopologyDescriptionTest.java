package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A renamed operator or store is a migration, so it must not happen unseen. */
class TopologyDescriptionTest {

  private static final Path GOLDEN =
      Path.of(
          System.getProperty("perennial.home"), "stream-processor/src/test/resources/topology.txt");

  @Test
  void theTopologyIsTheOneThatWasAgreedUpon() throws IOException {
    String described =
        new SubscriptionTopology(Topics.ofEpoch(1), new CountedMetrics(), Pipeline.ERASURE_KEY)
            .build()
            .describe()
            .toString();

    // After a change that is meant, write what the test prints into the file.
    assertThat(described.strip()).isEqualTo(Files.readString(GOLDEN, UTF_8).strip());
  }
}
