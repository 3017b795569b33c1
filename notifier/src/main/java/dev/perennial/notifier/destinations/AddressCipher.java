package dev.perennial.notifier.destinations;

import dev.perennial.contracts.control.Sealing;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Addresses at rest, {@link Sealing sealed} for their destination. */
final class AddressCipher {

  private final Sealing sealing;
  private final SecureRandom random;

  private AddressCipher(Sealing sealing, SecureRandom random) {
    this.sealing = sealing;
    this.random = random;
  }

  /**
   * @param base64 32 bytes
   * @throws IllegalArgumentException naming the property, never the key
   */
  static AddressCipher withKey(String base64, SecureRandom random) {
    return new AddressCipher(new Sealing(EncryptionKey.decode(base64)), random);
  }

  byte[] encrypt(String address, String destinationKey) {
    return sealing.seal(address, destinationKey, random);
  }

  /**
   * @throws UnreadableAddressException if it was sealed with another key or for another destination
   */
  String decrypt(byte[] sealed, String destinationKey) {
    try {
      return sealing.open(sealed, destinationKey);
    } catch (GeneralSecurityException tampered) {
      throw new UnreadableAddressException(tampered);
    }
  }
}
