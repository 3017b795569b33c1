package dev.perennial.notifier.destinations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses at rest: AES-256-GCM with a fresh 96-bit nonce in front of each ciphertext (NIST SP
 * 800-38D). The destination's key is authenticated with it, so that an address copied to another
 * subscriber's document is refused there.
 */
final class AddressCipher {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";

  private final SecretKey key;
  private final SecureRandom random;

  private AddressCipher(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /**
   * @param base64 32 bytes
   * @throws IllegalArgumentException naming the property, never the key
   */
  static AddressCipher withKey(String base64, SecureRandom random) {
    return new AddressCipher(new SecretKeySpec(EncryptionKey.decode(base64), "AES"), random);
  }

  byte[] encrypt(String address, String destinationKey) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var ciphertext =
          cipher(Cipher.ENCRYPT_MODE, nonce, destinationKey).doFinal(address.getBytes(UTF_8));
      var sealed = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, NONCE_BYTES, ciphertext.length);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM failed to encrypt", impossible);
    }
  }

  /**
   * @throws UnreadableAddressException if it was sealed with another key or for another destination
   */
  String decrypt(byte[] sealed, String destinationKey) {
    try {
      var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      var plain =
          cipher(Cipher.DECRYPT_MODE, nonce, destinationKey)
              .doFinal(sealed, NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
      return new String(plain, UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException tampered) {
      throw new UnreadableAddressException(tampered);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String destinationKey)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(destinationKey.getBytes(UTF_8));
    return cipher;
  }
}
