package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PreviewCommandTest {

  private static final String ZONE =
      event("u", "subscriber.updated", "alice", "{\"zone\":\"Europe/Vienna\"}");
  private static final String NETFLIX =
      event(
          "s",
          "subscription.started",
          "netflix",
          """
          {"name":"Netflix","category":"streaming",
           "price":{"kind":"FIXED","amount":{"value":"12.99","currency":"EUR"}},
           "billing":{"every":1,"unit":"MONTH","anchor":"2026-10-31"}}""");
  private static final String PAID =
      event(
          "p",
          "payment.succeeded",
          "netflix",
          "{\"paymentId\":\"p1\",\"amount\":{\"value\":\"12.99\",\"currency\":\"EUR\"}}");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aBatchIsPreviewed() throws IOException {
    assertThat(preview("[%s,%s,%s]".formatted(ZONE, NETFLIX, PAID), "--days", "40")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "alice netflix  ACTIVE",
            "  due   2026-11-30  12.99 EUR",
            "  due   2026-12-31  12.99 EUR",
            "  told  2026-11-24 01:00 Europe/Vienna  renewal.upcoming for 2026-11-30, 6 days left,"
                + " 12.99 EUR",
            "  told  2026-11-29 09:00 Europe/Vienna  renewal.upcoming for 2026-11-30, 1 day left,"
                + " 12.99 EUR",
            "  told  2026-12-05 09:00 Europe/Vienna  payment.missing for 2026-11-30, 5 days after"
                + " it, 12.99 EUR, unless it is paid",
            "  told  2026-12-24 09:00 Europe/Vienna  renewal.upcoming for 2026-12-31, 7 days left,"
                + " 12.99 EUR",
            "  told  2026-12-30 09:00 Europe/Vienna  renewal.upcoming for 2026-12-31, 1 day left,"
                + " 12.99 EUR",
            "alice spent",
            "  2026-11  12.99 EUR  streaming");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void eventsMayComeOneALineAndTheMomentMayBeChosen() throws IOException {
    String lines = ZONE.replace("\n", " ") + "\n\n" + NETFLIX.replace("\n", " ") + "\n";

    assertThat(preview(lines, "--at", "2027-01-05T00:00:00Z", "--days", "5")).isZero();

    assertThat(out.toString().lines()).containsExactly("alice netflix  ACTIVE");
  }

  @Test
  void whatWouldBeRefusedIsNamedByItsNumberAndTheRestIsPreviewed() throws IOException {
    String bad = NETFLIX.replace("12.99", "-1").replace("\"id\":\"s\"", "\"id\":\"t\"");

    assertThat(preview("[%s,%s]".formatted(bad, PAID), "--days", "5")).isEqualTo(3);

    assertThat(out.toString()).contains("netflix  waits for its subscription.started");
    assertThat(err.toString())
        .contains("event 1: number-range at /data/price/amount/value")
        .doesNotContain("-1");
  }

  @Test
  void whatIsNoJsonIsRefusedByItsLine() throws IOException {
    assertThat(preview("this is\nno JSON")).isEqualTo(3);
    assertThat(err.toString()).contains("event 1: json-malformed at its root", "event 2:");
    assertThat(out.toString()).contains("no subscriptions");
  }

  @Test
  void aFileThatIsNotThereIsSaidInOneLine() {
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("Cannot read");
  }

  private int preview(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("events.json"), text);
    String[] arguments = new String[more.length + 1];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = file.toString();
    return run(arguments);
  }

  private int run(String... arguments) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    CommandLine command = Perennial.commandLine(clock);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "preview";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }

  private static String event(String id, String type, String subject, String data) {
    return """
        {"specversion":"1.0","id":"%s","source":"/test","type":"%s","time":"2026-11-01T10:00:00Z",
         "subject":"%s","subscriberid":"alice","data":%s}"""
        .formatted(id, type, subject, data);
  }
}
