package dev.perennial.notifier.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Message-IDs derived from row ids: whatever happens, one delivery is one message. */
public final class MessageIds {

  private static final int HEX_CHARACTERS = 40;

  private MessageIds() {}

  /** {@code <hex@domain>}, at most 40 hexadecimal digits of the row id's SHA-256. */
  public static String of(String rowId, String domain) {
    return "<%s@%s>".formatted(digest(rowId).substring(0, HEX_CHARACTERS), domain);
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
