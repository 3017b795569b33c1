package dev.perennial.benchmarks;

import dev.perennial.benchmarks.ingest.IngestRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

/** {@code java -jar benchmarks.jar throughput|scale|micro|ingest [how much]}. */
public final class Benchmarks {

  private static final String USAGE =
      """
      java -jar benchmarks.jar throughput [subscriptions] [rounds]
      java -jar benchmarks.jar scale [subscriptions] [rounds]
      java -jar benchmarks.jar micro [pattern]
      java -jar benchmarks.jar ingest [--quick] [--profile] [--rounds n] [--seconds n] …
      Results are written to benchmarks/results, beneath the folder it is started in.""";

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    Results results = new Results(Path.of("benchmarks", "results"), name, Clock.systemUTC());
    switch (name) {
      case "throughput" -> new Throughput(results).run(number(args, 1, 5_000), number(args, 2, 4));
      case "scale" -> new Scale(results).run(number(args, 1, 1_000_000), number(args, 2, 3));
      case "ingest" -> ingest(Arrays.copyOfRange(args, 1, args.length));
      case "micro" -> new Micro(results).run(args.length > 1 ? args[1] : ".*");
      default -> {
        System.err.println(USAGE);
        System.exit(2);
      }
    }
    // The broker leaves threads behind that nobody waits for.
    System.exit(0);
  }

  private static void ingest(String... options) throws Exception {
    try {
      new IngestRun(Clock.systemUTC(), options).run();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n\n" + IngestRun.USAGE);
      System.exit(2);
    }
  }

  private static int number(String[] args, int place, int standard) {
    return args.length > place ? Integer.parseInt(args[place]) : standard;
  }
}
