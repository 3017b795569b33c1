package dev.perennial.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** The JMH benchmarks, by their iterations. */
final class Micro {

  private final Results results;

  Micro(Results results) {
    this.results = results;
  }

  /**
   * @param pattern regular expression over the benchmarks' names
   */
  void run(String pattern) throws Exception {
    results.machine();
    Collection<RunResult> measured =
        new Runner(new OptionsBuilder().include(pattern).build()).run();
    List<String> lines = new ArrayList<>(List.of("benchmark,parameters,min,mean,max,unit"));
    measured.forEach(result -> lines.add(line(result)));
    results.write("jmh.csv", lines);
  }

  /** The smallest is the iteration that other work on the machine disturbed least. */
  private static String line(RunResult result) {
    String name = result.getParams().getBenchmark();
    String parameters =
        result.getParams().getParamsKeys().stream()
            .map(key -> key + "=" + result.getParams().getParam(key))
            .collect(Collectors.joining(" "));
    Statistics iterations = result.getPrimaryResult().getStatistics();
    return Results.format(
        "%s,%s,%.3f,%.3f,%.3f,%s",
        name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
        parameters,
        iterations.getMin(),
        iterations.getMean(),
        iterations.getMax(),
        result.getPrimaryResult().getScoreUnit());
  }
}
