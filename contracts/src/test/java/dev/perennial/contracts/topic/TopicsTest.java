package dev.perennial.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.contracts.event.EventLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Topics topics = new Topics(12, 2);

  @Test
  void onlyProjectionsCarryTheEpoch() {
    assertThat(topics.all())
        .extracting(TopicDeclaration::name)
        .containsExactly(
            "subscription-events",
            "reference-data",
            "clock-ticks",
            "subscriptions.e2",
            "payments.e2",
            "subscriber-totals.e2",
            "tenant-totals.e2",
            "receipts.e2",
            "alerts",
            "deliveries",
            "subscription-events.dead-letters",
            "reference-data.dead-letters",
            "subscriptions.e2.dead-letters",
            "payments.e2.dead-letters",
            "subscriber-totals.e2.dead-letters",
            "tenant-totals.e2.dead-letters",
            "receipts.e2.dead-letters",
            "alerts.dead-letters",
            "deliveries.dead-letters");
  }

  @Test
  void theSourcesOfTruthAreKeptForEver() {
    for (String source : List.of(Topics.SUBSCRIPTION_EVENTS, Topics.REFERENCE_DATA)) {
      assertThat(declared(source).config())
          .containsOnly(Map.entry("retention.ms", "-1"), Map.entry("retention.bytes", "-1"));
    }
  }

  @Test
  void totalsOfTenantsAreCompacted() {
    assertThat(declared(topics.projection(Projection.TENANT_TOTALS)).config())
        .containsOnly(Map.entry("cleanup.policy", "compact"));
  }

  @Test
  void alertsAreKeptForAsLongAsOneCouldComeAgain() {
    assertThat(Long.parseLong(declared(Topics.ALERTS).config().getOrDefault("retention.ms", "0")))
        .isGreaterThan(Duration.ofDays(EventLimits.LONGEST_LEAD + 7L).toMillis());
  }

  @Test
  void allButDeadLettersShareOnePartitionCount() {
    assertThat(topics.all())
        .allSatisfy(
            topic ->
                assertThat(topic.partitions())
                    .isEqualTo(topic.name().endsWith(".dead-letters") ? 3 : 12));
  }

  @Test
  void aTopicOfDeadLettersSaysWhoseTheyAre() {
    assertThat(Topics.sourceOfDeadLetters(Topics.deadLettersOf("payments.e2")))
        .contains("payments.e2");
    assertThat(Topics.sourceOfDeadLetters("payments.e2")).isEmpty();
    assertThat(Topics.sourceOfDeadLetters(".dead-letters")).isEmpty();
  }

  @Test
  void countsBelowOneAreRejected() {
    assertThatThrownBy(() -> new Topics(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Topics(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private TopicDeclaration declared(String name) {
    return topics.all().stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
