package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A renamed operator or store is a migration, so it must not happen unseen. */
class TopologyDescriptionTest {

  private static final Path RESOURCES =
      Path.of(System.getProperty("perennial.home"), "stream-processor/src/test/resources");

  @ParameterizedTest
  @CsvSource({"SERVING, topology.txt", "REPLAY, topology-of-a-replay.txt"})
  void theTopologyIsTheOneThatWasAgreedUpon(Mode mode, String golden) throws IOException {
    String described =
        new SubscriptionTopology(
                Topics.ofEpoch(1), new CountedMetrics(), mode, Pipeline.ERASURE_KEY)
            .build()
            .describe()
            .toString();

    // After a change that is meant, write what the test prints into the file.
    assertThat(described.strip())
        .isEqualTo(Files.readString(RESOURCES.resolve(golden), UTF_8).strip());
  }

  /** Else state of the one could not be the other's, as it must be when a replay ends. */
  @Test
  void bothModesHaveTheSameStoresInTheSameSubtopology() {
    assertThat(storesOf(Mode.REPLAY)).isEqualTo(storesOf(Mode.SERVING)).isNotEmpty();
  }

  private static Map<Integer, Set<String>> storesOf(Mode mode) {
    return new SubscriptionTopology(
            Topics.ofEpoch(1), new CountedMetrics(), mode, Pipeline.ERASURE_KEY)
        .build().describe().subtopologies().stream()
            .collect(
                Collectors.toMap(
                    TopologyDescription.Subtopology::id,
                    part ->
                        part.nodes().stream()
                            .filter(TopologyDescription.Processor.class::isInstance)
                            .flatMap(
                                node -> ((TopologyDescription.Processor) node).stores().stream())
                            .collect(Collectors.toSet())));
  }
}
