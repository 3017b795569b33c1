package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodBinaryTest {
  @TempDir Path folder;

  @Test
  void takesTheFirstOnThePathThatCanBeRun() throws Exception {
    var first = Files.createDirectories(folder.resolve("first"));
    var second = Files.createDirectories(folder.resolve("second"));
    Files.createFile(first.resolve("mongod"));
    var runnable = Files.createFile(second.resolve("mongod"));
    assertThat(runnable.toFile().setExecutable(true)).isTrue();

    assertThat(MongodBinary.onPath(first + "::" + second)).hasValue(runnable);
    assertThat(MongodBinary.onPath(first.toString())).isEmpty();
    assertThat(MongodBinary.onPath("")).isEmpty();
  }

  @Test
  void saysEveryWayToGetOne() {
    assertThat(new MongodMissing("none here").asFailure())
        .hasMessageContaining("none here")
        .hasMessageContaining("PATH")
        .hasMessageContaining("PERENNIAL_MONGODB_URI")
        .hasMessageContaining("Docker")
        .hasMessageContaining("pip");
  }

  @Test
  void keepsDownloadsWhereThePlatformKeepsThem() {
    assertThat(Home.userCache(Map.of(), "/home/a", "Linux"))
        .isEqualTo(Path.of("/home/a/.cache/perennial"));
    assertThat(Home.userCache(Map.of(), "/Users/a", "Mac OS X"))
        .isEqualTo(Path.of("/Users/a/Library/Caches/perennial"));
    assertThat(Home.userCache(Map.of("XDG_CACHE_HOME", "/var/c"), "/home/a", "Linux"))
        .isEqualTo(Path.of("/var/c/perennial"));
  }

  @Test
  void tellsBytesAndTimeLeft() {
    assertThat(DownloadWatch.line(12_000_000, 42_000_000, 2_000_000_000L))
        .isEqualTo("fetched 12.0 of 42.0 MB, about 5 s left");
    assertThat(DownloadWatch.line(1_000, 42_000_000, 2_000_000_000L))
        .isEqualTo("fetched 0.0 of 42.0 MB");
    assertThat(DownloadWatch.line(43_000_000, 42_000_000, 2_000_000_000L))
        .isEqualTo("fetched 42.0 of 42.0 MB, about 0 s left");
  }

  @Test
  void reportsADownloadAsItGrows() throws Exception {
    var lines = new ConcurrentLinkedQueue<String>();
    Files.write(folder.resolve("part"), new byte[2_000_000]);
    var watch = new DownloadWatch(folder, 4_000_000, (component, line) -> lines.add(line));

    watch.until(() -> !lines.isEmpty());

    assertThat(lines).singleElement().asString().startsWith("fetched 2.0 of 4.0 MB, about ");
  }
}
