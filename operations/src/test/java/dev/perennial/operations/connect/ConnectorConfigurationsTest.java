package dev.perennial.operations.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.contracts.topic.TopicDeclaration;
import dev.perennial.contracts.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorConfigurationsTest {

  private static final Path SECRETS = Path.of("/etc/perennial/secrets.properties");

  private final List<ConnectorConfiguration> all =
      ConnectorConfigurations.all(new ConnectorSettings(3, SECRETS, 2));

  @Test
  void shouldSinkEveryProjectionTheDeliveriesAndTheTotalsTwice() {
    assertThat(all)
        .extracting(ConnectorConfiguration::name)
        .containsExactly(
            "perennial-e3-mongodb-subscriptions",
            "perennial-e3-mongodb-payments",
            "perennial-e3-mongodb-subscriber-totals",
            "perennial-e3-mongodb-tenant-totals",
            "perennial-e3-mongodb-receipts",
            "perennial-e3-mongodb-deliveries",
            "perennial-e3-redis-subscriber-totals");
  }

  @Test
  void shouldLeaveNoPlaceholderOpen() {
    assertThat(all)
        .flatExtracting(each -> each.settings().values())
        .noneMatch(text -> text.contains("@"));
  }

  @Test
  void shouldReadAndDeadLetterOnlyDeclaredTopics() {
    List<String> declared = Topics.ofEpoch(3).all().stream().map(TopicDeclaration::name).toList();
    assertThat(declared)
        .containsAll(
            all.stream()
                .flatMap(
                    each ->
                        List.of(
                            each.settings().get("topics"),
                            each.settings().get("errors.deadletterqueue.topic.name"))
                            .stream())
                .toList());
  }

  @Test
  void shouldNameTheSecretsAndNeverHoldThem() {
    assertThat(all)
        .allSatisfy(
            each ->
                assertThat(each.settings().values())
                    .anyMatch(text -> text.startsWith("${file:" + SECRETS + ":")));
  }

  @Test
  void shouldReadOnlyWhatWasCommitted() {
    assertThat(all)
        .allSatisfy(
            each ->
                assertThat(each.settings())
                    .containsEntry("consumer.override.isolation.level", "read_committed"));
  }

  @Test
  void shouldRefuseAnEpochOrTasksBelowOne() {
    assertThatThrownBy(() -> new ConnectorSettings(0, SECRETS, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConnectorSettings(1, SECRETS, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
