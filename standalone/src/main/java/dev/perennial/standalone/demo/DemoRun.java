package dev.perennial.standalone.demo;

import dev.perennial.standalone.oracle.Comparison;
import dev.perennial.standalone.platform.LoadReport;
import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.PlatformOptions;
import dev.perennial.standalone.platform.Service;
import dev.perennial.standalone.sample.Sample;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One run of the demo, from the data folder to the last line. */
final class DemoRun {
  private static final Duration RECEIPTS_WITHIN = Duration.ofMinutes(5);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);
  private static final Duration LINK_LIFETIME = Duration.ofHours(12);

  private final DemoData data;
  private final long seed;
  private final boolean fresh;
  private final boolean once;
  private final Clock clock;
  private final Lines lines =
      new Lines(new PrintWriter(System.out, true, Charset.defaultCharset()));
  private volatile @Nullable Platform platform;

  DemoRun(Path folder, long seed, boolean fresh, boolean once, Clock clock) {
    this.data = new DemoData(folder);
    this.seed = seed;
    this.fresh = fresh;
    this.once = once;
    this.clock = clock;
  }

  /**
   * @return the exit code
   */
  int run() throws InterruptedException {
    if (fresh) {
      data.wipe();
    }
    Sample sample = data.prepare().sample(seed, clock);
    Thread stop = new Thread(this::stop, "stop");
    Platform started = start();
    platform = started;
    // From here on SIGINT and SIGTERM stop it in order; before, the children's guardians do.
    Runtime.getRuntime().addShutdownHook(stop);
    if (!once) {
      tellLinks(started);
    }
    List<String> differences = exercise(started, sample);
    tellOutcome(differences);
    if (once) {
      return differences.isEmpty() ? 0 : 1;
    }
    lines.say("\nIt goes on until Ctrl-C.");
    new CountDownLatch(1).await();
    return 0;
  }

  private Platform start() {
    lines.report("demo", "data in " + data.folder());
    Platform started = Platform.start(data.folder(), PlatformOptions.defaults(), lines);
    new Summary(started).write(data.folder().resolve("demo.json"));
    return started;
  }

  private List<String> exercise(Platform running, Sample sample) {
    running.putDestinations(sample);
    lines.report("destinations", sample.destinations().size() + " put");
    LoadReport load = running.loadMissing(sample);
    tellLoad(load);
    int distinct = running.awaitReceipts(sample.events(), RECEIPTS_WITHIN);
    int duplicates = load.accepted() - distinct;
    lines.report("receipts", distinct + " distinct events, " + duplicates + " duplicates");
    running.startTicker();
    lines.report("ticker", "the business clock runs");
    // The first tick fires what is due, the second shows that it did.
    running.awaitTicks(2, SETTLED_WITHIN);
    Comparison comparison = running.compare(sample, SETTLED_WITHIN);
    lines.report("oracle", comparison.documents() + " documents compared");
    List<String> differences = new ArrayList<>(load.surprises());
    differences.addAll(comparison.differences());
    lines.say(new Summary(running).figures());
    return differences;
  }

  private void tellLoad(LoadReport load) {
    lines.report(
        "events",
        "%d posted, %d accepted, %d refused in %.1f s"
            .formatted(
                load.posted(), load.accepted(), load.refusedInAll(), load.took().toMillis() / 1e3));
    lines.report("refused", load.refused().toString());
  }

  private void tellLinks(Platform running) {
    lines.say("");
    lines.say("  Dashboard, signed in:  " + running.signInLink(LINK_LIFETIME));
    lines.say("  Mails:                 " + running.url(Service.DASHBOARD).resolve("/mail"));
    lines.say("");
  }

  private void tellOutcome(List<String> differences) {
    if (differences.isEmpty()) {
      lines.say("\nEverything is as the oracle says.");
      return;
    }
    lines.say("\n" + differences.size() + " differences:");
    differences.forEach(each -> lines.say("  " + each));
  }

  private void stop() {
    Platform running = platform;
    if (running != null) {
      lines.report("demo", "stopping");
      running.close();
      lines.report("demo", "stopped; the data stays in " + data.folder());
    }
  }
}
