package dev.perennial.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints, behind the last module, how many tests ran and what of the code they covered. */
public final class BuildSummary {

  private static final Pattern SUITE =
      Pattern.compile("<testsuite .*?tests=\"(\\d+)\".*?skipped=\"(\\d+)\"", Pattern.DOTALL);
  private static final int BRANCH_MISSED = 5;
  private static final int LINE_MISSED = 7;

  private BuildSummary() {}

  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    System.out.printf(Locale.ROOT, "%nTests: %s%n", tests(home));
    System.out.printf(
        Locale.ROOT,
        "Coverage by tests in the same process: lines %s, branches %s%n",
        ratio(home, LINE_MISSED),
        ratio(home, BRANCH_MISSED));
  }

  private static String tests(Path home) throws IOException {
    long run = 0;
    long skipped = 0;
    for (Path report : files(home, "TEST-.*\\.xml")) {
      Matcher suite = SUITE.matcher(Files.readString(report));
      if (suite.find()) {
        run += Long.parseLong(suite.group(1));
        skipped += Long.parseLong(suite.group(2));
      }
    }
    return run + " run, " + skipped + " skipped";
  }

  private static String ratio(Path home, int missedColumn) throws IOException {
    long missed = 0;
    long covered = 0;
    for (Path csv : files(home, "jacoco\\.csv")) {
      List<String> rows = Files.readAllLines(csv);
      for (String row : rows.subList(1, rows.size())) {
        String[] cells = row.split(",", -1);
        missed += Long.parseLong(cells[missedColumn]);
        covered += Long.parseLong(cells[missedColumn + 1]);
      }
    }
    return String.format(
        Locale.ROOT,
        "%.1f %% (%d of %d)",
        100.0 * covered / Math.max(1, missed + covered),
        covered,
        missed + covered);
  }

  private static List<Path> files(Path home, String name) throws IOException {
    try (Stream<Path> files = Files.find(home, 6, (path, attributes) -> isReport(path, name))) {
      return files.sorted().toList();
    }
  }

  private static boolean isReport(Path path, String name) {
    return path.getFileName().toString().matches(name) && path.toString().contains("/target/");
  }
}
