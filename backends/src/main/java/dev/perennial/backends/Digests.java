package dev.perennial.backends;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files. */
final class Digests {
  private Digests() {}

  /** Lower-case hex. */
  static String sha256(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        Files.copy(file, sink);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Refuses a file that is not the one we pinned. */
  static void require(Path file, String expected) throws IOException {
    var actual = sha256(file);
    if (!actual.equals(expected)) {
      throw new IOException(
          file.getFileName() + " has SHA-256 " + actual + " and not the pinned " + expected);
    }
  }
}
