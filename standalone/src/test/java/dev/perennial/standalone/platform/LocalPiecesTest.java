package dev.perennial.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.backends.ReceivedMail;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPiecesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @TempDir private Path folder;

  @Test
  void shouldTurnBsonIntoPlainValues() {
    Document document =
        new Document("at", Date.from(NOW))
            .append("amount", new Document("value", Decimal128.parse("12.90")))
            .append("days", List.of(new Document("day", 1)));

    assertThat(PlainValues.of(document))
        .isEqualTo(
            Map.of(
                "at", NOW,
                "amount", Map.of("value", new BigDecimal("12.90")),
                "days", List.of(Map.of("day", 1))));
  }

  @Test
  void aDataFolderIsUsedByOnePlatformAtATime() {
    try (DataFolder first = DataFolder.claim(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DataFolder.claim(folder))
          .hasMessageStartingWith("another platform runs on the data folder");
    }
    DataFolder.claim(folder).close();
  }

  @Test
  void theMailApiListsMessagesWithAnIdEach() throws Exception {
    ReceivedMail mail =
        new ReceivedMail(
            "<1@x>", "a@x", List.of("b@x"), "Netflix", "<p>hi</p>", "hi", List.of(), NOW);
    try (MailApi api = new MailApi(() -> List.of(mail))) {
      Http.Probe probe = new Http.Probe(api.url().resolve("/messages"));

      assertThat(probe.succeeds()).isTrue();
      assertThat(probe.lastAnswer())
          .contains("\"id\":\"1\"", "\"to\":\"b@x\"", "\"receivedAt\":\"2026-11-23T09:00:00Z\"");
    }
  }

  @Test
  void settingsOfOneServiceAreItsOwn() {
    PlatformOptions options =
        PlatformOptions.defaults()
            .with(Service.NOTIFIER, "a", "1")
            .with(Service.NOTIFIER, "b", "2");

    assertThat(options.settingsOf(Service.NOTIFIER)).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(options.settingsOf(Service.DASHBOARD)).isEmpty();
  }

  @Test
  void theSecretsStayWithTheDataFolder() {
    ServiceSettings settings =
        new ServiceSettings(
            "127.0.0.1:1",
            "mongodb://x/?a=b",
            "redis://x",
            25,
            java.net.URI.create("http://127.0.0.1:2"),
            folder,
            PlatformOptions.defaults());

    Map<String, String> first = settings.of(Service.NOTIFIER);

    assertThat(settings.of(Service.NOTIFIER)).isEqualTo(first);
    String erasureKey = "perennial.processor.erasure-key";
    assertThat(settings.of(Service.STREAM_PROCESSOR))
        .containsEntry(
            erasureKey, settings.of(Service.STREAM_PROCESSOR).getOrDefault(erasureKey, ""))
        .doesNotContainValue(first.get("perennial.notifier.encryption-key"));
    assertThat(settings.of(Service.STREAM_PROCESSOR).get(erasureKey)).hasSize(44);
    assertThat(first).containsEntry("perennial.notifier.mail.port", "25");
    assertThat(settings.of(Service.STREAM_PROCESSOR))
        .containsEntry("perennial.processor.tick-interval", "1000ms");
    assertThat(settings.of(Service.INGEST_API)).doesNotContainKey("perennial.notifier.mail.port");
  }

  @Test
  void shouldSayWhatIsMissingWhenAServiceIsNotBuilt() {
    ServiceProcess process =
        new ServiceProcess(Service.NOTIFIER, folder, folder, PlatformOptions.defaults(), Map.of());

    assertThatThrownBy(process::start)
        .hasMessageContaining("notifier-0.1.0-SNAPSHOT-exec.jar")
        .hasMessageContaining("./mvnw package");
    process.close();
    assertThat(process.isAlive()).isFalse();
  }
}
