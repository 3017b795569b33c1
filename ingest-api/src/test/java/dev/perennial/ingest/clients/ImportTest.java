package dev.perennial.ingest.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perennial import} at the service, each with a heap of 128 MB. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class ImportTest {

  private static final int HEAP_MEGABYTES = 128;
  private static final int LINES = 20_000;
  private static final int MANY_LINES = 1_000_000;
  private static final int SUBSCRIBERS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void aFileArrivesThoughTheServiceIsKilledOverIt(Backends backends) throws Exception {
    Path file = write(LINES);
    Files.write(
        file,
        List.of("{}", "", "no JSON", valid(0).replace("12.99", "x")),
        StandardOpenOption.APPEND);
    String unknown = ApiKeyToken.generate(new SecureRandom()).text();
    try (EventsTopic topic = EventsTopic.open(backends.kafka().bootstrapServers());
        IngestAtPort ingest = ingest(backends)) {
      ingest.startAndWait();
      long before = topic.size();
      try (ImportRun run = run(key(backends, "importer"), file, ingest)) {
        await().atMost(PATIENCE).until(() -> topic.size() > before + LINES / 10);
        ingest.kill();
        assertThat(topic.size()).as("killed in the middle").isLessThan(before + LINES);
        ingest.start();
        try (ImportRun whole = run(key(backends, "second"), write(10), ingest);
            ImportRun refused = run(unknown, write(1), ingest)) {
          assertRejected(run.await(PATIENCE), file);
          assertThat(idsOf(topic, "importer")).hasSize(LINES);
          assertWhole(whole.await(PATIENCE));
          assertRefused(refused.await(PATIENCE), unknown);
        }
      }
    }
  }

  private static void assertRejected(ImportRun.Ended ended, Path file) throws IOException {
    assertThat(ended.status()).as(ended.said()).isEqualTo(3);
    assertThat(ended.said())
        .contains("goes on from line ")
        .contains("accepted 20,000, duplicate 0, rejected 3")
        .contains("rejected events are in " + file + ".rejected.ndjson");
    assertThat(Files.readAllLines(Path.of(file + ".rejected.ndjson")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"line\":20001,\"code\":\"field-missing\""),
            line -> assertThat(line).startsWith("{\"line\":20003,\"code\":\"json-malformed\""),
            line -> assertThat(line).startsWith("{\"line\":20004,\"code\":\"number-format\""));
  }

  private static void assertWhole(ImportRun.Ended ended) {
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("accepted 10, duplicate 0, rejected 0");
  }

  private static void assertRefused(ImportRun.Ended ended, String key) {
    assertThat(ended.status()).as(ended.said()).isOne();
    assertThat(ended.said())
        .contains("Ingest does not accept the API key", "go on with --from-line 1")
        .doesNotContain(key);
  }

  private ImportRun run(String key, Path file, IngestAtPort ingest) throws IOException {
    return new ImportRun(folder, key, file, "--ingest", ingest.uri());
  }

  @Test
  @Tag("large")
  void aMillionLinesAreImported(Backends backends) throws Exception {
    Path file = write(MANY_LINES);
    try (EventsTopic topic = EventsTopic.open(backends.kafka().bootstrapServers());
        IngestAtPort ingest = ingest(backends)) {
      ingest.startAndWait();
      long before = topic.size();
      try (ImportRun run = run(key(backends, "millionaire"), file, ingest)) {
        var ended = run.await(PATIENCE.multipliedBy(10));
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("accepted 1,000,000, duplicate 0, rejected 0");
        // More where the broker was slow once: what it did not acknowledge in time is sent again.
        assertThat(topic.size()).isGreaterThanOrEqualTo(before + MANY_LINES);
        System.out.printf(
            "perennial import, -Xmx%dm for it and for ingest, %d MB, told %d times: %s%n",
            HEAP_MEGABYTES,
            Files.size(file) >> 20,
            ended.said().lines().count() - 1,
            ended.said().lines().reduce("", (first, last) -> last));
      }
    }
  }

  private IngestAtPort ingest(Backends backends) {
    return new IngestAtPort(
        folder,
        HEAP_MEGABYTES,
        "perennial.kafka.bootstrap-servers=" + backends.kafka().bootstrapServers(),
        "perennial.mongodb.uri=" + backends.mongodb().uri());
  }

  private static String key(Backends backends, String tenant) {
    return Service.newKeyIn(backends.mongodb().uri(), tenant, Scope.EVENTS_WRITE);
  }

  private Path write(int lines) throws IOException {
    Path file = Files.createTempFile(folder, "events", ".ndjson");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int line = 1; line <= lines; line++) {
        writer.write(valid(line));
        writer.newLine();
      }
    }
    return file;
  }

  private static String valid(int number) {
    return Events.paid("import-" + number, "s" + number % SUBSCRIBERS).replace('\n', ' ').strip();
  }

  private static Set<String> idsOf(EventsTopic topic, String tenant) {
    return topic.all().stream()
        .filter(event -> header(event, "ce_tenantid").equals(tenant))
        .map(event -> header(event, "ce_id"))
        .collect(Collectors.toSet());
  }

  private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
    var header = event.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
