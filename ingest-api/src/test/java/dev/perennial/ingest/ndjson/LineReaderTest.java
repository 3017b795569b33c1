package dev.perennial.ingest.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static final int LONGEST = 10;

  @Test
  void shouldCountBlankLinesAndSkipThem() throws IOException {
    assertThat(read("\n \t\r\na\r\n\n\nb\n")).containsExactly("3:a\r", "6:b");
  }

  @Test
  void shouldNeedNoEndOfTheLastLine() throws IOException {
    assertThat(read("a\nb")).containsExactly("1:a", "2:b");
    assertThat(read("a\n  ")).containsExactly("1:a");
    assertThat(read("")).isEmpty();
  }

  @Test
  void shouldKeepNothingOfALineThatIsTooLong() throws IOException {
    String longest = "x".repeat(LONGEST);
    assertThat(read(longest + "\n" + longest + "y\n" + "z".repeat(1000) + "\nb"))
        .containsExactly("1:" + longest, "2:too long", "3:too long", "4:b");
    assertThat(read("a\n" + longest + "y")).containsExactly("1:a", "2:too long");
  }

  @Test
  void shouldNotDependOnHowTheBodyArrives() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String text = text(random);
      List<String> whole = read(text);
      assertThat(read(new Dribble(text.getBytes(UTF_8), random)))
          .as("seed %s", seed)
          .isEqualTo(whole);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(60); length > 0; length--) {
      text.append("ab \n\r".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  private static List<String> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<String> read(InputStream body) throws IOException {
    LineReader reader = new LineReader(body, LONGEST);
    List<String> lines = new ArrayList<>();
    for (Line line = reader.next(); line != null; line = reader.next()) {
      byte[] bytes = line.text();
      String text = bytes == null ? "too long" : new String(bytes, UTF_8);
      lines.add(line.number() + ":" + text);
    }
    return lines;
  }

  /** Gives a few bytes at a time. */
  private static final class Dribble extends InputStream {

    private final ByteArrayInputStream bytes;
    private final Random random;

    Dribble(byte[] bytes, Random random) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, Math.min(length, 1 + random.nextInt(3)));
    }
  }
}
