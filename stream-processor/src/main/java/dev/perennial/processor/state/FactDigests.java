package dev.perennial.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Counts a fact's digest from what is kept of it, so that most need not be kept: SHA-256 over type,
 * subject, subscriber, time and canonical data, as events are named when they are read. This is the
 * layout's own rule and never changes: a digest that another rule gave is kept in full.
 *
 * @param subject the subscription's id, or the subscriber's for facts about itself; of reference
 *     data the tenant's, or the base currency
 * @param subscriber empty for reference data
 */
record FactDigests(byte[] subject, byte[] subscriber, MessageDigest sha256) {

  private static final int BYTES = 16;

  static FactDigests of(String subject, String subscriber) {
    try {
      return new FactDigests(
          subject.getBytes(UTF_8),
          subscriber.getBytes(UTF_8),
          MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  String digest(String type, Instant time, byte[] data) {
    add(type.getBytes(UTF_8));
    add(subject);
    add(subscriber);
    add(time.toString().getBytes(UTF_8));
    add(data);
    return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
  }

  private void add(byte[] part) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    sha256.update(part);
  }
}
