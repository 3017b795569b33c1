package dev.perennial.benchmarks;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements still measure what they say. How fast anything is, no test asks. */
class SmokeTest {

  private static final int SUBSCRIPTIONS = 5;

  @Test
  void shouldLoadEventsThatTheTopologyFolds(@TempDir Path folder) throws Exception {
    List<Event> load = Throughput.load(SUBSCRIPTIONS);
    assertThat(load.stream().map(event -> event.fact().id()).collect(toSet()))
        .hasSizeLessThan(load.size());
    Stretch stretch = new Stretch(1, load.size());
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "smoke");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    try (var driver =
        new TopologyTestDriver(
            Rig.topology(Topics.ofEpoch(1), new Probe(stretch)), properties, Instant.EPOCH)) {
      var events =
          driver.createInputTopic(
              Topics.SUBSCRIPTION_EVENTS, new ByteArraySerializer(), new ByteArraySerializer());
      load.stream()
          .map(EventRecordCodec::encode)
          .forEach(
              record ->
                  events.pipeInput(
                      new TestRecord<>(
                          record.key(), record.value(), record.headers(), Instant.EPOCH)));

      assertThat(stretch.cost().perSecond()).isPositive();
      assertThat(driver.<String, byte[]>getKeyValueStore("subscriptions").approximateNumEntries())
          .isEqualTo(SUBSCRIPTIONS);
    }
  }

  @Test
  void shouldMeasureWhatIsEqualBeforeAndAfter() {
    SubscriptionBenchmark benchmark = new SubscriptionBenchmark();
    benchmark.facts = 20;
    benchmark.prepare();

    assertThat(benchmark.derive().payments()).hasSize(18);
    assertThat(benchmark.decode().facts().size()).isEqualTo(20);
    assertThat(benchmark.encode()).hasSize(benchmark.size());
  }

  @Test
  void shouldFindTheNextDueDate() {
    CalendarBenchmark benchmark = new CalendarBenchmark();
    benchmark.prepare();

    assertThat(benchmark.next()).hasValueSatisfying(day -> assertThat(day).isAfter("2021-01-31"));
    assertThat(benchmark.indexOf()).hasValue(12);
  }

  @Test
  void shouldCountPercentilesFromBelow() {
    Spread spread = Spread.of(List.of(3.0, 1.0, 2.0));

    assertThat(spread.csv("%.0f")).isEqualTo("1,2,3");
    assertThat(spread.at(0.99)).isEqualTo(3.0);
  }
}
