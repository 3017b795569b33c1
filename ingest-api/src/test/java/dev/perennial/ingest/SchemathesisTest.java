package dev.perennial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.GuardedProcess;
import dev.perennial.backends.PythonTools;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.EventId;
import dev.perennial.ingest.projection.SeededProjections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Schemathesis reads the OpenAPI that is served, makes requests from it, good ones and bad ones,
 * and compares each answer with what is described. What it may not hold against the service, and
 * why, stands in schemathesis.toml; how it makes and reads streams in hooks.py.
 */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.REDIS})
class SchemathesisTest {

  private static final Path PYTHON = Path.of("src/test/python").toAbsolutePath();
  private static final Path REPORTS = Path.of("target/schemathesis").toAbsolutePath();
  private static final int EPOCH = 72;

  /** Of a failure this and the message are all that is needed to see it again. */
  private static final int SEED = 20_261_128;

  /** Of the nineteen types the one with the most rules, and one of reference data. */
  private static final String TWO_TYPES = "subscription.started,tenant.updated";

  private static Service service;
  private static SeededProjections seeded;
  private static EventsTopic events;
  private static String key;

  @BeforeAll
  static void start(Backends backends) {
    String broker = backends.kafka().bootstrapServers();
    events = EventsTopic.open(broker);
    seeded = seed(backends.mongodb().uri());
    service =
        Service.start(
            broker,
            backends.mongodb().uri(),
            "perennial.redis.uri=" + backends.redis().uri(),
            "perennial.epoch=" + EPOCH,
            // What is documented of limits and time-outs is not what this is about.
            "perennial.limits.requests-per-second=100000",
            "perennial.limits.requests-burst=100000",
            "perennial.limits.events-per-second=10000000",
            "perennial.access.failures-per-minute=1000000",
            "perennial.ingest.delivery-timeout=30s",
            "perennial.ingest.ack-timeout=31s",
            "perennial.ingest.outcome.longest-wait=0s");
    key = service.newKey("acme", Scope.EVENTS_WRITE, Scope.EVENTS_BACKFILL);
    // The first event of each topic has a second to find the broker, which a busy machine may miss.
    for (String event : List.of(Events.started("first"), Events.tenant("first"))) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> service.post(Events.STRUCTURED, event).statusCode() == 202);
    }
  }

  /** The event that the documentation's examples ask for. */
  private static SeededProjections seed(String mongodb) {
    SeededProjections projections = new SeededProjections(mongodb, EPOCH);
    Instant received = Instant.parse(Events.TIME);
    for (int partition = 0; partition < Topics.DEFAULT_PARTITIONS; partition++) {
      projections.watermark(partition, 100, received);
    }
    projections.receipt(
        SeededProjections.receipt(
            "acme",
            new EventId("/billing", "evt-1"),
            "d",
            "payment.succeeded",
            ReceiptDocument.Status.APPLIED,
            null,
            received,
            1));
    return projections;
  }

  @AfterAll
  static void stop() {
    service.close();
    seeded.close();
    events.close();
  }

  @Test
  void shouldKeepWhatTheServedOpenApiPromises() throws Exception {
    run(TWO_TYPES, Duration.ofMinutes(4), "--max-examples=10");
  }

  @Test
  @Tag("large")
  void shouldKeepItForEveryTypeOfEventAndThousandsOfInputs() throws Exception {
    run("", Duration.ofMinutes(30), "--max-examples=500");
  }

  private static void run(String types, Duration longest, String... depth) throws Exception {
    long began = System.currentTimeMillis();
    Path log = Files.createDirectories(REPORTS).resolve("report.txt");
    try (GuardedProcess schemathesis =
        GuardedProcess.named("schemathesis")
            .command(command(depth))
            .env("PYTHONPATH", PYTHON.toString())
            .env("SCHEMATHESIS_HOOKS", "hooks")
            .env("PERENNIAL_TYPES", types)
            .workingFolder(REPORTS)
            .log(log)
            .start()) {
      require(schemathesis, longest, log);
    }
    assertThat(events.all())
        .filteredOn(record -> record.timestamp() >= began)
        .isNotEmpty()
        .allSatisfy(
            record ->
                assertThat(EventRecordCodec.decode(record.headers(), record.value()))
                    .isInstanceOf(Decoding.Decoded.class));
    System.out.println(summary(log));
  }

  /** How many cases there were, the seed, and how long it took. */
  private static String summary(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" generated, ") || line.matches("Seed: .*|=+ .* in .*=+"))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static List<String> command(String... depth) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--no-color",
                "--config-file=" + PYTHON.resolve("schemathesis.toml"),
                "run",
                service.events().resolve("/v3/api-docs").toString(),
                "--header=Authorization: Bearer " + key,
                "--phases=examples,coverage,fuzzing",
                "--checks=all",
                "--seed=" + SEED,
                "--request-timeout=60",
                "--continue-on-failure",
                "--report=junit",
                "--report-junit-path=" + REPORTS.resolve("junit.xml")));
    arguments.addAll(List.of(depth));
    return PythonTools.with(PYTHON.resolve("requirements.txt"))
        .command("schemathesis", arguments.toArray(String[]::new));
  }

  private static void require(GuardedProcess schemathesis, Duration longest, Path log)
      throws IOException, InterruptedException, ExecutionException {
    try {
      int status = schemathesis.onExit().get(longest.toSeconds(), TimeUnit.SECONDS);
      assertThat(status).as(Files.readString(log)).isZero();
    } catch (TimeoutException tooLong) {
      fail("schemathesis took longer than " + longest + "\n" + Files.readString(log));
    }
  }
}
