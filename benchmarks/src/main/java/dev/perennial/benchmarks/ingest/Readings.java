package dev.perennial.benchmarks.ingest;

import dev.perennial.benchmarks.Results;
import dev.perennial.benchmarks.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** All that was measured, and how it compares. */
final class Readings {

  static final String INGEST = "ingest";
  static final String WITHOUT_INDEX = "ingest without index";
  static final String BARE = "bare";
  static final String PRODUCER = "producer-perf-test";

  private final List<Row> rows = new ArrayList<>();

  private record Row(
      int round, String what, String form, int connections, Measuring.Reading reading) {

    boolean is(String otherWhat, String otherForm, int otherConnections) {
      return what.equals(otherWhat) && form.equals(otherForm) && connections == otherConnections;
    }

    /** Only requests have an answer each. */
    private boolean isTimed() {
      return form.equals(Form.SINGLE.text()) || form.equals(Form.BATCH.text());
    }

    double perSecond() {
      return reading.figures().perSecond();
    }

    String csv() {
      Figures figures = reading.figures();
      return Results.format(
          "%d,%s,%s,%d,%d,%.0f,%s,%.1f,%.1f,%.1f",
          round,
          form,
          what,
          connections,
          figures.events(),
          figures.perSecond(),
          isTimed() ? figures.latencies() : ",,",
          reading.serverMicros(),
          reading.brokerMicros(),
          reading.loadMicros());
    }
  }

  void add(int round, String what, Form form, int connections, Measuring.Reading reading) {
    rows.add(new Row(round, what, form.text(), connections, reading));
    System.out.println(rows.getLast().csv());
  }

  void addProducer(int round, int seconds, double perSecond) {
    Figures figures = new Figures((long) (perSecond * seconds), seconds, 0, 0, 0, 0, 0);
    rows.add(new Row(round, PRODUCER, PRODUCER, 1, new Measuring.Reading(figures, 0, 0, 0)));
    System.out.println(rows.getLast().csv());
  }

  List<String> raw() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "round,form,what,connections,events,events_per_s,p50_ms,p99_ms,max_ms,"
                    + "server_cpu_us,broker_cpu_us,load_cpu_us"));
    rows.forEach(row -> lines.add(row.csv()));
    return lines;
  }

  List<String> summary() {
    List<String> lines = new ArrayList<>(List.of("what,figure,min,median,max"));
    for (Form form : Form.values()) {
      for (int connections : form.connections()) {
        for (String what : List.of(INGEST, WITHOUT_INDEX, BARE)) {
          figures(lines, what, form, connections);
        }
        ratios(lines, form, connections);
      }
    }
    line(lines, PRODUCER, "records/s", of(PRODUCER, PRODUCER, 1), Row::perSecond, "%.0f");
    return lines;
  }

  private void figures(List<String> lines, String what, Form form, int connections) {
    List<Row> found = of(what, form.text(), connections);
    String name = name(what, form, connections);
    line(lines, name, "events/s", found, Row::perSecond, "%.0f");
    if (form != Form.NDJSON) {
      line(lines, name, "p50 ms", found, row -> row.reading().figures().p50(), "%.2f");
      line(lines, name, "p99 ms", found, row -> row.reading().figures().p99(), "%.2f");
    }
    line(lines, name, "us of processor", found, row -> row.reading().serverMicros(), "%.1f");
  }

  /** By the bare handler where it takes the form, and where many go together by the producer. */
  private void ratios(List<String> lines, Form form, int connections) {
    for (String what : List.of(INGEST, WITHOUT_INDEX)) {
      if (form != Form.NDJSON) {
        ratio(lines, what, form, connections, BARE);
      }
      if (form != Form.SINGLE) {
        ratio(lines, what, form, connections, PRODUCER);
      }
    }
  }

  private void ratio(List<String> lines, String what, Form form, int connections, String to) {
    List<Double> ratios = new ArrayList<>();
    for (Row row : of(what, form.text(), connections)) {
      beside(row, to).ifPresent(other -> ratios.add(row.perSecond() / other.perSecond()));
    }
    if (!ratios.isEmpty()) {
      lines.add(name(what, form, connections) + ",per " + to + "," + Spread.of(ratios).csv("%.2f"));
    }
  }

  /** That of the same round; the producer's is one for all. */
  private Optional<Row> beside(Row row, String what) {
    return rows.stream()
        .filter(other -> other.round() == row.round())
        .filter(
            other ->
                what.equals(PRODUCER)
                    ? other.what().equals(what)
                    : other.is(what, row.form(), row.connections()))
        .findFirst();
  }

  private List<Row> of(String what, String form, int connections) {
    return rows.stream().filter(row -> row.is(what, form, connections)).toList();
  }

  private static String name(String what, Form form, int connections) {
    return what + " " + form.text() + " at " + connections;
  }

  private static void line(
      List<String> lines,
      String name,
      String figure,
      List<Row> rows,
      ToDoubleFunction<Row> value,
      String form) {
    if (!rows.isEmpty()) {
      Spread spread = Spread.of(rows.stream().mapToDouble(value).boxed().toList());
      lines.add(name + "," + figure + "," + spread.csv(form));
    }
  }
}
