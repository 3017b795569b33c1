package dev.perennial.standalone.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an alert is called, as docs/alerts.md says: so that one can answer it before it comes. */
final class AlertName {

  private static final int LENGTH = 32;

  private AlertName() {}

  /** The name of one that was not told before. */
  static String of(Agreement a, String type, LocalDate dueOn, int lead, @Nullable String payment) {
    StringBuilder parts = new StringBuilder();
    for (Object part : new Object[] {Sample.TENANT, a.person.id(), type, a.id, dueOn, lead, 0}) {
      append(parts, part.toString());
    }
    if (payment != null) {
      append(parts, payment);
    }
    return HexFormat.of().formatHex(sha256(parts.toString())).substring(0, LENGTH);
  }

  private static void append(StringBuilder parts, String part) {
    parts.append(part.length()).append(':').append(part);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
