package dev.perennial.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** One run's folder: raw figures, and the machine they come from. */
public final class Results {

  private static final double GIBI = 1024.0 * 1024 * 1024;

  private final Path folder;

  public Results(Path root, String name, Clock clock) {
    this.folder = root.resolve(LocalDate.now(clock) + "-" + name);
  }

  /** Before anything is measured: the load is that of others. */
  public void machine() throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    write(
        "machine.txt",
        List.of(
            "cores " + system.getAvailableProcessors(),
            format("memory %.0f GiB", system.getTotalMemorySize() / GIBI),
            format("heap %.1f GiB", Runtime.getRuntime().maxMemory() / GIBI),
            "jdk " + System.getProperty("java.runtime.version"),
            "kernel " + system.getName() + " " + system.getVersion(),
            format("load before %.2f", system.getSystemLoadAverage())));
  }

  public void write(String name, List<String> lines) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(name), lines);
    System.out.printf("%s%n%s%n%n", name, String.join("\n", lines));
  }

  public static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
