package dev.perennial.notifier.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises a subscriber that is forgotten without naming it: HMAC-SHA-256 under a key of its own,
 * so that whoever reads the database alone cannot try ids.
 */
final class SubscriberHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "perennial.notifier.erasures";

  private final SecretKeySpec key;

  /**
   * @param encryptionKey from which the key is derived, and never the same as it
   */
  SubscriberHash(byte[] encryptionKey) {
    var root = new SecretKeySpec(encryptionKey, ALGORITHM);
    key = new SecretKeySpec(mac(root, PURPOSE), ALGORITHM);
  }

  /** 64 hexadecimal digits. */
  String of(SubscriberKey subscriber) {
    return HexFormat.of().formatHex(mac(key, CompositeKey.of(subscriber)));
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
    }
  }
}
