package dev.perennial.systemtests;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless browser: the one that is set, else one that is installed, else one that is installed
 * here (Debian's package as root, elsewhere Playwright's own download).
 */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser");
  private static final List<Path> MAC_PLACES =
      List.of(
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final int INSTALL_MINUTES = 8;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browser launch() {
    Optional<Path> executable = installed().or(Browser::installAsRoot);
    Playwright playwright = Playwright.create(options(executable.isPresent()));
    BrowserType.LaunchOptions launch =
        new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
    executable.ifPresent(launch::setExecutablePath);
    try {
      return new Browser(playwright, playwright.chromium().launch(launch));
    } catch (RuntimeException e) {
      playwright.close();
      throw new IllegalStateException(
          "No browser: install the package chromium, or set PERENNIAL_BROWSER to one", e);
    }
  }

  com.microsoft.playwright.Browser get() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Playwright.CreateOptions options(boolean installed) {
    return new Playwright.CreateOptions()
        .setEnv(installed ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of());
  }

  private static Optional<Path> installed() {
    String set = System.getenv("PERENNIAL_BROWSER");
    if (set != null) {
      return Optional.of(Path.of(set));
    }
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, MAC_PLACES.stream()).filter(Files::isExecutable).findFirst();
  }

  private static Optional<Path> installAsRoot() {
    if (!"root".equals(System.getProperty("user.name"))
        || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      return Optional.empty();
    }
    System.out.println("Installing the package chromium for the page tests");
    run("apt-get", "update", "-qq");
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
    return installed();
  }

  private static void run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new IllegalStateException("Cannot run " + command[0], e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while installing a browser", e);
    }
  }
}
