package dev.perennial.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b\n1,2\n", "a,b\r\n1,2", "\uFEFFa,b\n1,2\n", "a;b\n1;2\n", "a,b\n\n1,2\n\n"})
  void readsTheSameCellsHoweverTheyAreWritten(String text) {
    Table table = read(text, null);
    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.rows()).extracting(Table.Row::cells).containsExactly(List.of("1", "2"));
  }

  @Test
  void keepsCellsAsTheyStand() {
    Table table = read("a,b\n\" x, \"\"y\"\"\n\", =1+1\n", null);
    assertThat(table.rows().getFirst().cells()).containsExactly(" x, \"y\"\n", " =1+1");
  }

  @Test
  void takesTheDelimiterThatIsAskedFor() {
    assertThat(read("a;b,c\n1;2,3\n", ';').header()).containsExactly("a", "b,c");
  }

  @Test
  void countsLinesAsAnEditorDoes() {
    Table table = read("a,b\r\n1,\"two\r\nlines\"\r\n\r\n3,4\r\n5,6", null);
    assertThat(table.rows()).extracting(Table.Row::line).containsExactly(2, 5, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "'', body-missing",
    "' \n ', body-missing",
    "'a,b\n', batch-empty",
    "'a,b\n1,\"2\n', csv-malformed",
    "'a,b\n1,\"2\"x\n', csv-malformed",
    "'a\n1\n2\n3\n', rows-too-many"
  })
  void saysWhatIsWrongWithAFile(String text, String code) {
    assertThat(refused(text.getBytes(UTF_8)).code()).isEqualTo(code);
  }

  @Test
  void namesTheLineOfAnUnbalancedQuote() {
    FileProblem problem = refused("a,b\n1,2\n3,\"4\n".getBytes(UTF_8)).problem();
    assertThat(problem.row()).isEqualTo(3);
    assertThat(problem.problem().status()).isEqualTo(400);
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(refused("a,b\n1,2\n".getBytes(UTF_16)).code()).isEqualTo("encoding");
    assertThat(refused(new byte[] {'a', '\n', (byte) 0xE9, '\n'}).code()).isEqualTo("encoding");
  }

  private static Table read(String text, @Nullable Character delimiter) {
    return TableReader.read(text.getBytes(UTF_8), delimiter, 10);
  }

  private static RefusedFile refused(byte[] body) {
    RefusedFile refused =
        catchThrowableOfType(RefusedFile.class, () -> TableReader.read(body, null, 2));
    assertThat(refused).isNotNull();
    return refused;
  }
}
