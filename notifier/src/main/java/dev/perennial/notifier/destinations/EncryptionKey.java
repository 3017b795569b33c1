package dev.perennial.notifier.destinations;

import java.util.Base64;

/** The one secret of the notifier, as it is configured. */
public final class EncryptionKey {

  static final int BYTES = 32;

  private EncryptionKey() {}

  /**
   * @param base64 32 bytes
   * @throws IllegalArgumentException naming the property, never the key
   */
  public static byte[] decode(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // Told below, without the text.
    }
    throw new IllegalArgumentException("perennial.notifier.encryption-key: 32 bytes in base64");
  }
}
