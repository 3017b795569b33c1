package dev.perennial.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the stream threads spend their time, sampled by the JVM's flight recorder: each sample goes
 * to the first part whose code is anywhere on its stack. Waiting for records is left out.
 */
final class Profile implements AutoCloseable {

  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(10);
  private static final String THREADS = "StreamThread";

  /** Part by what its stacks contain; the order decides. */
  private static final Map<String, List<String>> PARTS = parts();

  private final Recording recording = new Recording();

  private Profile() {
    recording.enable("jdk.ExecutionSample").withPeriod(BETWEEN_SAMPLES);
    recording.enable("jdk.NativeMethodSample").withPeriod(BETWEEN_SAMPLES);
    recording.start();
  }

  static Profile begun() {
    return new Profile();
  }

  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put("waiting", List.of("sun.nio.ch.EPoll", "sun.nio.ch.KQueue"));
    parts.put("rocksdb", List.of("org.rocksdb."));
    parts.put("state: compression", List.of("java.util.zip."));
    parts.put("state: encoding", List.of("dev.perennial.processor.state."));
    parts.put("domain: derivation", List.of("dev.perennial.domain."));
    parts.put("documents as JSON", List.of("dev.perennial.contracts.projection.", "org.bson."));
    parts.put("reading events", List.of("dev.perennial.contracts.event.", "io.cloudevents."));
    parts.put("sending", List.of("processor.internals.RecordCollector", "clients.producer."));
    parts.put("fetching", List.of("clients.consumer."));
    parts.put("topology's own", List.of("dev.perennial.processor.topology."));
    parts.put("streams' own", List.of(""));
    return parts;
  }

  /** Ends the recording: CSV of samples and shares. */
  List<String> ended() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("benchmark", ".jfr");
    try {
      recording.dump(file);
      return csv(samples(file));
    } finally {
      Files.delete(file);
    }
  }

  private static Map<String, Integer> samples(Path file) throws IOException {
    Map<String, Integer> samples = new LinkedHashMap<>();
    PARTS.keySet().forEach(part -> samples.put(part, 0));
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        part(events.readEvent()).ifPresent(part -> samples.merge(part, 1, Integer::sum));
      }
    }
    samples.remove("waiting");
    return samples;
  }

  private static Optional<String> part(RecordedEvent event) {
    if (!event.getEventType().getName().endsWith("Sample") || event.getStackTrace() == null) {
      return Optional.empty();
    }
    RecordedThread thread = event.getThread("sampledThread");
    if (thread == null || !String.valueOf(thread.getJavaName()).contains(THREADS)) {
      return Optional.empty();
    }
    List<String> stack =
        event.getStackTrace().getFrames().stream()
            .map(frame -> frame.getMethod().getType().getName())
            .toList();
    return PARTS.entrySet().stream()
        .filter(part -> part.getValue().stream().anyMatch(code -> isOn(stack, code)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isOn(List<String> stack, String code) {
    return stack.stream().anyMatch(type -> type.contains(code));
  }

  private static List<String> csv(Map<String, Integer> samples) {
    int all = samples.values().stream().mapToInt(Integer::intValue).sum();
    List<String> lines = new ArrayList<>(List.of("part,samples,share"));
    samples.forEach(
        (part, count) ->
            lines.add(Results.format("%s,%d,%.1f%%", part, count, 100.0 * count / all)));
    return lines;
  }

  @Override
  public void close() {
    recording.close();
  }
}
