package dev.perennial.ingest.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Stripe documents it, apart from the code that verifies. */
final class Signing {

  private Signing() {}

  static String header(String secret, byte[] body, Instant at) {
    return "t=" + at.getEpochSecond() + ",v1=" + digest(secret, body, at);
  }

  static String digest(String secret, byte[] body, Instant at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(
              mac.doFinal((at.getEpochSecond() + "." + new String(body, UTF_8)).getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
