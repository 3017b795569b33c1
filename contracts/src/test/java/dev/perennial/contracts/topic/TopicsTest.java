package dev.perennial.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.contracts.event.EventLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Topics topics = new Topics(12, 2);

  @Test
  void onlyProjectionsCarryTheEpoch() {
    assertThat(topics.all())
        .extracting(TopicDeclaration::name)
        .containsExactly(
            "subscription-events",
            "clock-ticks",
            "subscriptions.e2",
            "payments.e2",
            "subscriber-totals.e2",
            "receipts.e2",
            "alerts",
            "deliveries",
            "subscription-events.dead-letters",
            "subscriptions.e2.dead-letters",
            "payments.e2.dead-letters",
            "subscriber-totals.e2.dead-letters",
            "receipts.e2.dead-letters",
            "alerts.dead-letters",
            "deliveries.dead-letters");
  }

  @Test
  void theSourceOfTruthIsKeptForEver() {
    assertThat(topics.all().getFirst().config())
        .containsEntry("retention.ms", "-1")
        .containsEntry("retention.bytes", "-1");
  }

  @Test
  void alertsAreKeptForAsLongAsOneCouldComeAgain() {
    TopicDeclaration alerts =
        topics.all().stream()
            .filter(topic -> topic.name().equals(Topics.ALERTS))
            .findFirst()
            .orElseThrow();

    assertThat(Long.parseLong(alerts.config().getOrDefault("retention.ms", "0")))
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
}
