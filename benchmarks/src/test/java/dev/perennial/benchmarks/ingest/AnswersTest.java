package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as accepted, and what ends a run. */
class AnswersTest {

  @Test
  void shouldReadAnswersOfAKnownLengthAndInChunksByteByByte() throws IOException {
    byte[] bytes =
        """
        HTTP/1.1 202\s
        Content-Length: 3

        abcHTTP/1.1 503\s
        transfer-encoding: chunked
        Connection: close

        2
        de
        1
        f
        0

        """
            .replace("\n", "\r\n")
            .getBytes(US_ASCII);
    Heard heard = new Heard();
    Answers answers = new Answers(heard);

    for (int at = 0; at < bytes.length; at++) {
      answers.read(bytes, at, at + 1);
    }

    assertThat(heard.ends).containsExactly("202 false abc", "503 true def");
  }

  @Test
  void shouldRefuseAnAnswerThatDoesNotSayHowLongItIs() {
    byte[] bytes = "HTTP/1.1 202 \r\n\r\n".getBytes(US_ASCII);

    assertThatThrownBy(() -> new Answers(new Heard()).read(bytes, 0, bytes.length))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldCountLinesThatAreAcceptedInTheirOrder() throws IOException {
    ResultLines lines = new ResultLines();

    assertThat(read(lines, accepted(1) + accepted(2))).isEqualTo(2);
    read(lines, "{\"summary\":{\"accepted\":2,\"duplicate\":0},\"resumeFrom\":null}\n");
    lines.requireAll(2);

    assertThatThrownBy(() -> lines.requireAll(3)).hasMessageContaining("3 lines were sent");
  }

  @Test
  void shouldRefuseALineThatIsMissingOrIsNotAccepted() {
    assertThatThrownBy(() -> read(new ResultLines(), accepted(2)))
        .hasMessageContaining("Line 1 has no answer");
    assertThatThrownBy(
            () -> read(new ResultLines(), "{\"line\":1,\"status\":\"duplicate\",\"id\":\"a\"}\n"))
        .hasMessageContaining("Not the answer to line 1");
  }

  private static String accepted(int line) {
    return "{\"line\":" + line + ",\"status\":\"accepted\",\"id\":\"evt-1\"}\n";
  }

  private static int read(ResultLines lines, String text) throws IOException {
    byte[] bytes = text.getBytes(US_ASCII);
    return lines.read(bytes, 0, bytes.length);
  }

  private static final class Heard implements Answers.Reader {

    private final List<String> ends = new ArrayList<>();
    private String body = "";

    @Override
    public void body(byte[] bytes, int from, int to) {
      body += new String(bytes, from, to - from, US_ASCII);
    }

    @Override
    public void ended(int status, boolean last) {
      ends.add(status + " " + last + " " + body);
      body = "";
    }
  }
}
