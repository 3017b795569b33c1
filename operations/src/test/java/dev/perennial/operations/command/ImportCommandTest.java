package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.operations.importing.FakeStreamIngest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

  private static final String KEY = "pk_k3v9x0ab_" + "A".repeat(43);

  @TempDir private Path folder;
  private final FakeStreamIngest ingest = new FakeStreamIngest();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("events.ndjson"), "{\"n\":1}\n{\"n\":2}\n");
    Files.writeString(folder.resolve("key"), KEY + "\n");
  }

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void shouldSayWhatBecameOfTheFile() {
    assertThat(run("--mode=backfill")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("2 events", "accepted 2, duplicate 0, rejected 0");
    assertThat(ingest.requests).containsExactly("/v1/events?mode=backfill application/x-ndjson");
  }

  @Test
  void shouldSayWhereRejectedEventsAre() throws IOException {
    Files.writeString(file, "{\"n\":1}\n{\"bad\":2}\n");
    assertThat(run()).isEqualTo(Perennial.AMISS);
    Path rejected = folder.resolve("events.ndjson.rejected.ndjson");
    assertThat(err.toString()).contains("rejected events are in " + rejected);
    assertThat(rejected).isNotEmptyFile();
  }

  @Test
  void shouldSayHowToGoOn() {
    ingest.nextRefuses(401, "unauthenticated");
    assertThat(run("--from-line=2")).isOne();
    assertThat(err.toString())
        .contains("does not accept the API key", "go on with --from-line 2")
        .doesNotContain(KEY);
    assertThat(run("--from-line=0")).isEqualTo(2);
  }

  private int run(String... options) {
    CommandLine command = Perennial.commandLine(Clock.systemUTC());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    List<String> arguments =
        new ArrayList<>(List.of("import", file.toString(), "--ingest=" + ingest.uri()));
    arguments.add("--key-file=" + folder.resolve("key"));
    arguments.addAll(List.of(options));
    return command.execute(arguments.toArray(String[]::new));
  }
}
