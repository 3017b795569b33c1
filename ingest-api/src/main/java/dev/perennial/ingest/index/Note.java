package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What stands under an id, or is to stand there: a state, the content's digest and, of what is
 * accepted, its receipt.
 */
final class Note {

  static final byte PENDING = 'P';
  static final byte ACCEPTED = 'A';

  /** Never stands there: withdraws what is pending with this content. */
  private static final byte RELEASED = 'R';

  private static final int RECEIPT_FROM = 1 + Claim.HASH_BYTES;

  private final byte[] bytes;

  private Note(byte[] bytes) {
    this.bytes = bytes;
  }

  static Note pending(Claim claim) {
    return of(PENDING, claim, new byte[0]);
  }

  static Note released(Claim claim) {
    return of(RELEASED, claim, new byte[0]);
  }

  /** The receipt as what its text stands for, which is shorter. */
  static Note accepted(Claim claim, Optional<String> receipt) {
    byte[] place = receipt.map(text -> Base64.getUrlDecoder().decode(text)).orElse(new byte[0]);
    return of(ACCEPTED, claim, place);
  }

  private static Note of(byte state, Claim claim, byte[] receipt) {
    byte[] bytes = new byte[RECEIPT_FROM + receipt.length];
    bytes[0] = state;
    System.arraycopy(claim.content(), 0, bytes, 1, Claim.HASH_BYTES);
    System.arraycopy(receipt, 0, bytes, RECEIPT_FROM, receipt.length);
    return new Note(bytes);
  }

  /** As it stands in Redis; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** What a claim finds where these bytes stand. */
  static Finding found(byte[] held, Claim claim) {
    int to = RECEIPT_FROM;
    if (held.length < to || !Arrays.equals(held, 1, to, claim.content(), 0, Claim.HASH_BYTES)) {
      return new Finding.Reused();
    }
    return held[0] == ACCEPTED
        ? new Finding.Duplicate(receipt(Arrays.copyOfRange(held, to, held.length)))
        : new Finding.Free(false);
  }

  private static Optional<String> receipt(byte[] place) {
    return place.length == 0
        ? Optional.empty()
        : Optional.of(new String(Base64.getUrlEncoder().withoutPadding().encode(place), US_ASCII));
  }
}
