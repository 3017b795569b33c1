package dev.perennial.notifier.destinations;

import dev.perennial.contracts.control.Sealing;

/** The one secret of the notifier, as it is configured. */
public final class EncryptionKey {

  static final int BYTES = Sealing.KEY_BYTES;

  private EncryptionKey() {}

  /**
   * @param base64 32 bytes
   * @throws IllegalArgumentException naming the property, never the key
   */
  public static byte[] decode(String base64) {
    return Sealing.key(base64)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "perennial.notifier.encryption-key: 32 bytes in base64"));
  }
}
