package dev.perennial.systemtests;

import dev.perennial.standalone.oracle.Comparison;
import dev.perennial.standalone.platform.LoadReport;
import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.PlatformOptions;
import dev.perennial.standalone.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole platform with the sample in it, started once and shared by the classes that leave it as
 * they found it.
 */
final class LoadedPlatform implements ParameterResolver {

  static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long SEED = 20261123;
  private static final Pattern SUBSCRIBER =
      Pattern.compile("\"subscriberid\":(\"(?:[^\"\\\\]|\\\\.)*\")");

  /**
   * @param events all that were accepted; a test that posts more adds them
   */
  record Loaded(Platform platform, Sample sample, LoadReport report, List<String> events)
      implements AutoCloseable {

    Comparison compare() {
      return platform.compare(events, sample.destinations(), PATIENCE);
    }

    /** Posts events, and has them count for every later comparison. */
    void post(Collection<String> more) {
      LoadReport report = platform.load(List.copyOf(more));
      if (report.accepted() != more.size()) {
        throw new AssertionError("Not accepted: " + report);
      }
      events.addAll(more);
      platform.awaitReceipts(more, PATIENCE);
      platform.awaitTicks(2, PATIENCE);
    }

    @Override
    public void close() {
      platform.close();
    }
  }

  static Loaded load(Path folder) {
    return load(folder, 0);
  }

  /**
   * @param atLeast events; where the sample has fewer, it is told of other people again and again,
   *     who have no destination
   */
  static Loaded load(Path folder, int atLeast) {
    Platform platform = Platform.start(folder, PlatformOptions.defaults(), LoadedPlatform::tell);
    try {
      Sample sample = Sample.generate(SEED, Clock.systemUTC().instant());
      platform.putDestinations(sample);
      LoadReport report = platform.load(sample);
      List<String> events = new ArrayList<>(sample.events());
      for (int copy = 1; events.size() < atLeast; copy++) {
        events.addAll(ofOthers(sample.events(), copy));
      }
      List<String> more = events.subList(sample.events().size(), events.size());
      LoadReport loadedMore = platform.load(List.copyOf(more));
      if (loadedMore.accepted() != more.size()) {
        throw new AssertionError("Not accepted: " + loadedMore);
      }
      platform.awaitReceipts(events, PATIENCE.multipliedBy(4));
      platform.startTicker();
      platform.awaitTicks(2, PATIENCE);
      platform.awaitSettled(PATIENCE);
      return new Loaded(platform, sample, report, events);
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  /** The same events of people with other names; what belongs to nobody is there already. */
  private static List<String> ofOthers(List<String> events, int copy) {
    List<String> others = new ArrayList<>();
    for (String event : events) {
      Matcher subscriber = SUBSCRIBER.matcher(event);
      if (!subscriber.find()) {
        continue;
      }
      String id = subscriber.group(1);
      String other = id.substring(0, id.length() - 1) + "-" + copy + "\"";
      others.add(
          event
              .replace("\"subscriberid\":" + id, "\"subscriberid\":" + other)
              .replace("\"subject\":" + id, "\"subject\":" + other)
              // A source gives an id once: it would be one event with other content.
              .replaceFirst("\"id\":\"", "\"id\":\"" + copy + "-")
              .replace("\"withdraws\":\"", "\"withdraws\":\"" + copy + "-"));
    }
    return others;
  }

  static void tell(String component, String message) {
    System.out.println(component + ": " + message);
  }

  static Path newFolder(String name) {
    try {
      Path target = Path.of(System.getProperty("perennial.home"), "system-tests", "target");
      return Files.createTempDirectory(Files.createDirectories(target), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Loaded.class;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(LoadedPlatform.class))
        .computeIfAbsent(Loaded.class, type -> load(newFolder("platform-")), Loaded.class);
  }
}
