package dev.perennial.benchmarks.ingest;

import dev.perennial.benchmarks.CpuTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Measures one server after the other, and that the topic has what was accepted. */
final class Measuring {

  private final Site site;
  private final LoadProcess load;
  private final Instant time;
  private long next = 1;

  /**
   * @param time of the events
   */
  Measuring(Site site, LoadProcess load, Instant time) {
    this.site = site;
    this.load = load;
    this.time = time;
  }

  /** What was measured of a server, and what its processes took of the processor an event. */
  record Reading(Figures figures, double serverMicros, double brokerMicros, double loadMicros) {}

  /**
   * @throws IOException where anything was not accepted, or is not on the topic
   */
  Reading measure(Server server, Form form, int connections, Duration length)
      throws IOException, InterruptedException {
    long before = site.events();
    Duration serverCpu = server.cpu();
    CpuTime brokerCpu = CpuTime.now();
    Figures figures = figures(server, form, connections, length);
    double all = figures.all() * 1e3;
    Reading reading =
        new Reading(
            figures,
            server.cpu().minus(serverCpu).toNanos() / all,
            CpuTime.now().since(brokerCpu).process() / all,
            figures.cpu() / all);
    long written = site.events() - before;
    if (written != figures.all()) {
      throw new IOException(
          "%s: %d events were accepted, %d are on the topic"
              .formatted(server.name(), figures.all(), written));
    }
    next += figures.all();
    return reading;
  }

  private Figures figures(Server server, Form form, int connections, Duration length)
      throws IOException {
    long measured = length.toMillis();
    try {
      return load.run(
          new Order(server.port(), form, connections, next, measured / 4, measured, time));
    } catch (IOException failure) {
      throw new IOException(
          server.name() + ": " + failure.getMessage() + "\n" + server.lastLines());
    }
  }
}
