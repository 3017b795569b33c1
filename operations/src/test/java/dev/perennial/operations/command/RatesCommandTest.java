package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.operations.OperationException;
import dev.perennial.operations.rates.FakeIngest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RatesCommandTest {

  private static final String KEY = "pk_k3v9x0ab_" + "A".repeat(43);

  @TempDir private Path folder;
  private final FakeIngest ingest = new FakeIngest();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Clock clock = Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);
  private Path file = Path.of("");
  private Path keyFile = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            folder.resolve("hist.csv"),
            "Date,USD,XQQ\n2026-11-27,1.1604,7\n2026-11-26,1.16,7\n2026-11-25,1.15,7\n");
    keyFile = Files.writeString(folder.resolve("key"), KEY + "\n");
  }

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void shouldPublishAFileWithTheKeyOfAnother() {
    assertThat(rates("--key-file=" + keyFile)).as(err.toString()).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "3 days of rates, 2026-11-25 to 2026-11-27",
            "left out, since they are not in ISO 4217: XQQ on 3 days",
            "3 of 3 days, up to 2026-11-27",
            "published 3 days, refused 0");
    assertThat(ingest.batches).hasSize(1);
    assertThat(ingest.keys).containsExactly("Bearer " + KEY);
  }

  @Test
  void shouldLeaveOutWhatIsOlder() {
    assertThat(rates("--key-file=" + keyFile, "--from=2026-11-27")).isZero();
    assertThat(ingest.batches).singleElement().satisfies(days -> assertThat(days).hasSize(1));
    assertThat(rates("--key-file=" + keyFile, "--from=2026-11-28")).isZero();
    assertThat(out.toString()).contains("no day of rates");
    assertThat(ingest.batches).hasSize(1);
  }

  @Test
  void shouldSayWhatItWouldDoWithoutAKey() {
    assertThat(rates("--dry-run")).isZero();
    assertThat(out.toString()).contains("3 days of rates, 2026-11-25 to 2026-11-27");
    assertThat(ingest.batches).isEmpty();
  }

  @Test
  void shouldTellWhatWasRefused() {
    ingest.nextItems(207, "accepted", "accepted", "time-future");
    assertThat(rates("--key-file=" + keyFile)).isEqualTo(Perennial.AMISS);
    assertThat(out.toString())
        .contains("refused 2026-11-27: time-future", "published 2 days, refused 1");
  }

  @Test
  void shouldTellHowManyDaysIngestHadAlready() {
    ingest.nextItems(202, "duplicate", "accepted", "duplicate");
    assertThat(rates("--key-file=" + keyFile)).isZero();
    assertThat(out.toString())
        .contains("published 3 days, refused 0", "ingest had 2 of them already");
  }

  @Test
  void shouldPublishByTheClockWhatIsHistory() {
    assertThat(rates("--key-file=" + keyFile)).isZero();
    clock = Clock.fixed(Instant.parse("2027-01-31T00:00:00Z"), ZoneOffset.UTC);
    assertThat(rates("--key-file=" + keyFile)).isZero();
    assertThat(ingest.queries).containsExactly("", "mode=backfill");
  }

  @Test
  void shouldSayInOneLineWhatIsWrongWithTheFile() throws IOException {
    Files.writeString(file, "Date,USD\n2026-11-27,one\n");
    assertThat(rates("--key-file=" + keyFile)).isOne();
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "perennial: hist.csv: line 2: the rate of USD is no decimal number");
    assertThat(ingest.batches).isEmpty();
  }

  @Test
  void shouldNeverEchoWhatIsNoKey() throws IOException {
    Files.writeString(keyFile, "sesame");
    assertThat(rates("--key-file=" + keyFile)).isOne();
    assertThat(err.toString()).contains("There is no API key in").doesNotContain("sesame");
  }

  @Test
  void shouldTakeTheKeyFromTheEnvironmentAndNeverAsAnArgument() {
    assertThat(new IngestOptions().key(Map.of("PERENNIAL_API_KEY", KEY))).isEqualTo(KEY);
    assertThatThrownBy(() -> new IngestOptions().key(Map.of()))
        .isInstanceOf(OperationException.class)
        .hasMessage("An API key is needed: --key-file, or PERENNIAL_API_KEY");
    assertThat(rates("--key=" + KEY)).isEqualTo(2);
  }

  private int rates(String... options) {
    CommandLine command = Perennial.commandLine(clock);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    List<String> arguments =
        new ArrayList<>(List.of("rates", "import", file.toString(), "--ingest=" + ingest.uri()));
    arguments.addAll(List.of(options));
    return command.execute(arguments.toArray(String[]::new));
  }
}
