package dev.perennial.processor.topology;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names content by its hash. */
final class Digests {

  private static final int BYTES = 16;

  private Digests() {}

  /** 32 hex characters of SHA-256; no bytes hash as none. */
  static String of(byte @Nullable [] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(bytes == null ? new byte[0] : bytes);
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
