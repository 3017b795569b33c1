package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.domain.event.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.tools.ProducerPerformance;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kafka's producer-perf-test, as it is, unthrottled and in a process of its own, with the settings
 * of ingest's producer. Its records are as long as ingest's and made of the same text: keys,
 * headers and values of ingest's, each as one value, so that they are as easily compressed.
 */
final class ProducerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");
  private static final int PAYLOADS = 20_000;
  private static final long FIRST_RECORDS = 400_000;
  private static final String TRACE =
      "traceparent00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final String bootstrapServers;
  private final Path payloads;
  private double rate;

  ProducerTest(Site site, Payment payment) throws IOException {
    this.bootstrapServers = site.bootstrapServers();
    this.payloads = site.folder().resolve("payloads.txt");
    Files.write(
        payloads, LongStream.range(0, PAYLOADS).mapToObj(payment::event).map(this::text).toList());
  }

  private String text(String event) {
    Arrival arrival = new Arrival(Site.TENANT, Instant.EPOCH, Mode.LIVE);
    if (EventCodec.decode(JSON.readTree(event), arrival) instanceof Decoding.Decoded decoded) {
      return text(EventRecordCodec.encode(decoded.event())) + TRACE;
    }
    throw new IllegalStateException("Not a valid event: " + event);
  }

  private static String text(ProducerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder(new String(record.key(), UTF_8));
    for (Header header : record.headers()) {
      text.append(header.key()).append(new String(header.value(), UTF_8));
    }
    return text.append(new String(record.value(), UTF_8)).toString();
  }

  /** In bytes, of a record. */
  long size() throws IOException {
    return Files.size(payloads) / PAYLOADS - 1;
  }

  /** Finds out how many records are a second's. */
  void warmUp() throws IOException, InterruptedException {
    rate = run(FIRST_RECORDS, FIRST_RECORDS / 2);
  }

  /** Records a second, of about so many seconds behind a second of warm-up. */
  double perSecond(int seconds) throws IOException, InterruptedException {
    rate = run((long) (rate * (seconds + 1)), (long) rate);
    return rate;
  }

  private double run(long records, long warmUp) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(records, warmUp)).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      Matcher rates = RATE.matcher(said);
      double last = 0;
      while (rates.find()) {
        last = Double.parseDouble(rates.group(1));
      }
      if (process.waitFor() != 0 || last == 0) {
        throw new IOException("producer-perf-test failed: " + said);
      }
      return last;
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(long records, long warmUp) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                ProducerPerformance.class.getName(),
                "--topic",
                Site.PRODUCER_TOPIC,
                "--num-records",
                Long.toString(records),
                "--warmup-records",
                Long.toString(warmUp),
                "--throughput",
                "-1",
                "--payload-file",
                payloads.toString(),
                "--producer-props"));
    AsIngest.producer(bootstrapServers).forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }
}
