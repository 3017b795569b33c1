package dev.perennial.benchmarks.ingest;

import dev.perennial.benchmarks.Results;
import dev.perennial.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Events a second over HTTP: ingest with and without its index of ids, and a bare handler, in turn
 * for each form and number of connections; and Kafka's own producer once a round. After each
 * measurement the topic must have as many events more as were accepted.
 */
public final class IngestRun {

  public static final String USAGE = Options.USAGE;

  private static final int WARM_UP_CONNECTIONS = 64;
  private static final int WARM_UP_STREAMS = 16;

  private final Options options;
  private final Results results;
  private final Instant time;
  private final Readings readings = new Readings();

  public IngestRun(Clock clock, String... words) {
    this.options = Options.parse(words);
    this.results = new Results(options.results(), "ingest", clock);
    // Live events are not much older.
    this.time = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);
  }

  public void run() throws IOException, InterruptedException {
    if (!Files.isRegularFile(options.jar())) {
      throw new IllegalArgumentException("There is no " + options.jar() + ": package it first");
    }
    results.machine();
    try (Site site = Site.open();
        Server ingest = ingest(site, Readings.INGEST, true);
        Server indexless = ingest(site, Readings.WITHOUT_INDEX, false);
        Server bare =
            Server.bare(site.folder(), site.bootstrapServers(), Topics.SUBSCRIPTION_EVENTS);
        LoadProcess load = LoadProcess.start(site.key())) {
      List<Server> servers = List.of(ingest, indexless, bare);
      for (Server server : servers) {
        server.awaitReady();
      }
      rounds(site, new Measuring(site, load, time), servers);
    }
    results.write("rounds.csv", readings.raw());
    results.write("summary.csv", readings.summary());
  }

  private Server ingest(Site site, String name, boolean withRedis) {
    Optional<Path> recording =
        options.profile()
            ? Optional.of(Path.of("benchmarks", "target", name.replace(' ', '-') + ".jfr"))
            : Optional.empty();
    return Server.ingest(
        name, options.jar(), site.folder(), recording, site.environment(withRedis));
  }

  private void rounds(Site site, Measuring measuring, List<Server> servers)
      throws IOException, InterruptedException {
    ProducerTest producer = new ProducerTest(site, new Payment(time));
    warmUp(site, measuring, servers);
    if (options.producer()) {
      producer.warmUp();
    }
    Guards before = Guards.of(servers.getFirst());
    for (int round = 1; round <= options.rounds(); round++) {
      site.forgetIds();
      round(measuring, servers, round);
      if (options.producer()) {
        readings.addProducer(round, options.seconds(), producer.perSecond(options.seconds()));
      }
    }
    results.write("guards.csv", Guards.of(servers.getFirst()).since(before).csv());
    results.write("records.txt", List.of("bytes of a record " + producer.size()));
  }

  /** On two cores compilers take a part of each for the better part of a minute. */
  private void warmUp(Site site, Measuring measuring, List<Server> servers)
      throws IOException, InterruptedException {
    Duration length = Duration.ofSeconds(options.seconds());
    for (Form form : options.forms()) {
      for (Server server : taking(servers, form)) {
        site.forgetIds();
        int connections = form == Form.NDJSON ? WARM_UP_STREAMS : WARM_UP_CONNECTIONS;
        long end = System.nanoTime() + Duration.ofSeconds(options.warmUp()).toNanos();
        // One after the other at first: what is not compiled yet would not answer many in time.
        for (int now = 1; System.nanoTime() - end < 0; now = connections) {
          measuring.measure(server, form, now, length);
        }
      }
    }
  }

  private void round(Measuring measuring, List<Server> servers, int round)
      throws IOException, InterruptedException {
    Duration length = Duration.ofSeconds(options.seconds());
    for (Form form : options.forms()) {
      List<Server> turn = new ArrayList<>(taking(servers, form));
      // Whoever comes first in one round comes last in another.
      Collections.rotate(turn, round);
      for (int connections : form.connections()) {
        if (options.measures(connections)) {
          for (Server server : turn) {
            readings.add(
                round,
                server.name(),
                form,
                connections,
                measuring.measure(server, form, connections, length));
          }
        }
      }
    }
  }

  /** The bare handler takes no streams. */
  private static List<Server> taking(List<Server> servers, Form form) {
    return servers.stream()
        .filter(server -> form != Form.NDJSON || !server.name().equals(Readings.BARE))
        .toList();
  }
}
