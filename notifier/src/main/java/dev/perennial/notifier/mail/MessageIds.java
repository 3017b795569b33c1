package dev.perennial.notifier.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Message-IDs derived from what names a delivery: whatever happens, one is one message. */
public final class MessageIds {

  private static final int HEX_CHARACTERS = 40;

  private MessageIds() {}

  /** {@code <hex@domain>}, 40 hexadecimal digits of the key's SHA-256. */
  public static String of(String messageKey, String domain) {
    return "<%s@%s>".formatted(digest(messageKey).substring(0, HEX_CHARACTERS), domain);
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
