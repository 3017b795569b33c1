package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarVectorsTest {

  record Vector(Schedule schedule, List<LocalDate> expected) {}

  static Stream<Vector> vectors() throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    CalendarVectorsTest.class.getResourceAsStream("/calendar.csv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(CalendarVectorsTest::vector)
          .toList()
          .stream();
    }
  }

  private static Vector vector(String line) {
    String[] cells = line.split(",");
    LocalDate anchor = LocalDate.parse(cells[0]);
    return new Vector(
        new Schedule(Integer.parseInt(cells[1]), cells[2], anchor, cells[3], 0),
        Arrays.stream(cells[4].split(" ")).map(LocalDate::parse).toList());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void countsOccurrencesFromTheAnchor(Vector vector) {
    List<LocalDate> dates = new ArrayList<>();
    for (int k = 1; dates.size() < vector.expected().size(); k++) {
      vector.schedule().occurrence(k).ifPresent(dates::add);
    }
    assertThat(dates).isEqualTo(vector.expected());
    assertThat(dates).allMatch(vector.schedule()::hits);
    assertThat(dates).noneMatch(date -> vector.schedule().hits(date.plusDays(1)));
  }
}
