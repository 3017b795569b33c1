package dev.perennial.standalone.demo;

import dev.perennial.backends.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** What the demo says, line by line, each flushed: somebody is waiting. */
final class Lines implements Progress {
  private final PrintWriter out;
  private final long began = System.nanoTime();

  Lines(PrintWriter out) {
    this.out = out;
  }

  /** One line of a component, behind the seconds since the start. */
  @Override
  public synchronized void report(String component, String message) {
    double seconds = (System.nanoTime() - began) / 1e9;
    say(String.format(Locale.ROOT, "%6.1f s  %-17s %s", seconds, component, message));
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }
}
