package dev.perennial.operations.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.operations.OperationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileImportTest {

  @TempDir private Path folder;
  private final FakeStreamIngest ingest = new FakeStreamIngest();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void shouldSendALargeFileInOneRequest() throws IOException {
    Path file = write(lines(1, 20_000));
    var result = run(file, 1);
    assertThat(result.failure()).isEmpty();
    assertThat(result.counts()).startsWith("20,000 events").contains("accepted 20,000");
    assertThat(ingest.requests).containsExactly("/v1/events application/x-ndjson");
    assertThat(ingest.taken).hasSize(20_000);
    assertThat(ingest.taken.getLast()).isEqualTo("{\"n\":20000}");
    assertThat(rejects()).doesNotExist();
  }

  @Test
  void shouldReadGzipAndSkipBlankLines() throws IOException {
    Path file = folder.resolve("events.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write("{\"n\":1}\n\r\n \n{\"n\":2}".getBytes(UTF_8));
    }
    assertThat(run(file, 1).failure()).isEmpty();
    assertThat(ingest.taken).containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void shouldReadStandardInput() {
    assertThat(run(Path.of("-"), 1, new ByteArrayInputStream("{}\n{}\n".getBytes(UTF_8))).next())
        .isEqualTo(3);
    assertThat(ingest.taken).hasSize(2);
  }

  @Test
  void shouldKeepRejectedLinesWithTheReason() throws IOException {
    String tooLong = "x".repeat(LineSource.LONGEST + 1);
    Path file = write("{\"n\":1}\n\n{\"bad\":3}\nbad\n" + tooLong + "\n{\"n\":6}\n");
    var result = run(file, 1);
    assertThat(result.rejected()).isEqualTo(3);
    assertThat(result.failure()).isEmpty();
    assertThat(Files.readAllLines(rejects()))
        .containsExactly(
            "{\"line\":3,\"code\":\"enum\",\"pointer\":\"/a\",\"detail\":\"d\",\"event\":{\"bad\":3}}",
            "{\"line\":4,\"code\":\"enum\",\"pointer\":\"/a\",\"detail\":\"d\",\"text\":\"bad\"}",
            "{\"line\":5,\"code\":\"line-too-long\",\"pointer\":\"\","
                + "\"detail\":\"The line is longer than permitted.\"}");
    assertThat(ingest.taken).containsExactly("{\"n\":1}", "{\"n\":6}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"draining", "busy", "idle", "max-duration", "unacknowledged", "cut"})
  void shouldGoOnByItselfFromTheFirstLineThatIsNotAnswered(String reason) throws IOException {
    ingest.nextEnds(2_000, reason);
    ingest.nextRefuses(503, "busy");
    ingest.nextEnds(500, reason);
    var result = run(write(lines(1, 6_000)), 1);
    assertThat(result.failure()).isEmpty();
    assertThat(result.counts()).contains("accepted 6,000");
    assertThat(ingest.taken)
        .containsExactlyElementsOf(lines(1, 6_000).lines().collect(Collectors.toList()));
    assertThat(pauses).hasSize(3);
    assertThat(progress).hasSizeGreaterThanOrEqualTo(3);
    assertThat(progress.getFirst())
        .contains("accepted 2,000", "goes on from line 2001 in 1 s: ")
        .endsWith(reason.equals("cut") ? "no answer (The answer was cut off)" : reason);
  }

  @Test
  void shouldGiveUpAfterAWhileAndSayWhereToGoOn() throws IOException {
    ingest.nextEnds(7, "draining");
    for (int attempt = 0; attempt < 30; attempt++) {
      ingest.nextEnds(0, "busy");
    }
    Path file = write(lines(1, 10));
    var result = run(file, 1);
    assertThat(result.failure()).contains("Ingest takes nothing at the moment: busy");
    assertThat(result.next()).isEqualTo(8);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofMinutes(1), EventImport.PATIENCE.plusSeconds(1));
  }

  @Test
  void shouldGoOnFromALineAndKeepWhatWasRejectedBefore() throws IOException {
    Files.writeString(rejects(), "earlier\n");
    assertThat(run(write("1\n2\n\nbad\n5\n"), 4).next()).isEqualTo(6);
    assertThat(ingest.taken).containsExactly("5");
    assertThat(Files.readAllLines(rejects())).hasSize(2).first().isEqualTo("earlier");
  }

  @Test
  void shouldStopAtOnceWhereTheKeyIsRefused() throws IOException {
    Path file = write(lines(1, 10));
    ingest.nextRefuses(401, "unauthenticated");
    assertThat(run(file, 1).failure()).contains("Ingest does not accept the API key");
    ingest.nextEnds(3, "unauthenticated");
    var revoked = run(file, 1);
    assertThat(revoked.failure()).contains("Ingest does not accept the API key");
    assertThat(revoked.next()).isEqualTo(4);
    ingest.nextRefuses(415, "media-type");
    assertThat(run(file, 1).failure()).contains("Ingest answered 415 media-type");
    assertThat(pauses).isEmpty();
  }

  @Test
  void shouldWantAnAddressOfTheWeb() {
    assertThat(FileImport.eventsAt(URI.create("https://ingest.example/a/"), true))
        .hasToString("https://ingest.example/a/v1/events?mode=backfill");
    assertThatThrownBy(() -> FileImport.eventsAt(URI.create("ftp://a"), false))
        .isInstanceOf(OperationException.class);
    assertThatThrownBy(() -> run(folder.resolve("nothing"), 1))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("Cannot read");
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> "{\"n\":" + number + "}\n")
        .collect(Collectors.joining());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("events.ndjson"), text);
  }

  private Path rejects() {
    return folder.resolve("rejects");
  }

  private FileImport.Result run(Path file, long fromLine) {
    return run(file, fromLine, InputStream.nullInputStream());
  }

  private FileImport.Result run(Path file, long fromLine, InputStream standardInput) {
    URI events = FileImport.eventsAt(ingest.uri(), false);
    return new FileImport(events, "key", file, rejects(), fromLine)
        .run(standardInput, progress::add, pauses::add);
  }
}
