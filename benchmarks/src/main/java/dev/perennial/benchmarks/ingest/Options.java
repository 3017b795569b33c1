package dev.perennial.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * How to run.
 *
 * @param rounds of everything, in turn
 * @param warmUp for how many seconds each server has events of each form before anything is
 *     measured
 * @param seconds that each measurement takes, beside a quarter of that for warm-up
 * @param forms which are measured
 * @param connections at how many; all if empty
 * @param producer whether Kafka's own producer is measured
 * @param profile whether the flight recorder watches ingest: then figures are not results
 * @param trial whether it is only tried out
 * @param jar of ingest
 */
record Options(
    int rounds,
    int seconds,
    int warmUp,
    Set<Form> forms,
    Set<Integer> connections,
    boolean producer,
    boolean profile,
    boolean trial,
    Path jar) {

  static final String USAGE =
      """
      ingest [--rounds n] [--seconds n] [--warm-up n] [--quick] [--profile] [--only form,…]
             [--connections n,…] [--ingest jar]
        --quick        one short round, in less than two minutes
        --profile      a flight recording of ingest, in benchmarks/target
        --only         of single, batch, ndjson, producer
        --connections  of 1, 4, 16, 64, 256
        --ingest       another jar than ingest-api/target/ingest-api-*-exec.jar""";

  private static final int ROUNDS = 4;
  private static final int SECONDS = 4;
  private static final int WARM_UP = 45;
  private static final String PRODUCER = "producer";

  static Options parse(String... words) {
    var reading = new Reading();
    for (int at = 0; at < words.length; at++) {
      switch (words[at]) {
        case "--quick" -> reading.quick();
        case "--profile" -> reading.profile = true;
        case "--rounds" -> reading.rounds = positive(words, ++at);
        case "--seconds" -> reading.seconds = positive(words, ++at);
        case "--warm-up" -> reading.warmUp = positive(words, ++at);
        case "--only" -> reading.only(value(words, ++at));
        case "--connections" -> reading.connections(value(words, ++at));
        case "--ingest" -> reading.jar = Path.of(value(words, ++at));
        default -> throw new IllegalArgumentException("Unknown option " + words[at]);
      }
    }
    return reading.options();
  }

  private static String value(String[] words, int at) {
    if (at == words.length) {
      throw new IllegalArgumentException(words[at - 1] + " needs a value");
    }
    return words[at];
  }

  private static int positive(String[] words, int at) {
    int value = Integer.parseInt(value(words, at));
    if (value < 1) {
      throw new IllegalArgumentException(words[at - 1] + " is 1 or more");
    }
    return value;
  }

  boolean measures(int number) {
    return connections.isEmpty() || connections.contains(number);
  }

  /** Only a whole run on a quiet machine is worth keeping. */
  Path results() {
    return trial || profile ? Path.of("benchmarks", "target") : Path.of("benchmarks", "results");
  }

  private static final class Reading {

    private int rounds = ROUNDS;
    private int seconds = SECONDS;
    private int warmUp = WARM_UP;
    private final Set<Form> forms = EnumSet.allOf(Form.class);
    private final Set<Integer> connections = new HashSet<>();
    private boolean producer = true;
    private boolean profile;
    private boolean trial;
    private Path jar = packaged();

    /** Of whatever version; where there is none, the name that was looked for. */
    private static Path packaged() {
      Path folder = Path.of("ingest-api", "target");
      String name = "ingest-api-*-exec.jar";
      try (var found = Files.newDirectoryStream(folder, name)) {
        var jars = found.iterator();
        return jars.hasNext() ? jars.next() : folder.resolve(name);
      } catch (IOException nothingPackaged) {
        return folder.resolve(name);
      }
    }

    private void quick() {
      rounds = 1;
      seconds = 1;
      warmUp = 4;
      trial = true;
    }

    private void only(String names) {
      forms.clear();
      producer = false;
      trial = true;
      for (String name : names.split(",", -1)) {
        if (name.equals(PRODUCER)) {
          producer = true;
        } else {
          forms.add(Form.of(name));
        }
      }
    }

    private void connections(String numbers) {
      trial = true;
      for (String number : numbers.split(",", -1)) {
        connections.add(Integer.parseInt(number));
      }
    }

    private Options options() {
      return new Options(
          rounds, seconds, warmUp, forms, connections, producer, profile, trial, jar);
    }
  }
}
