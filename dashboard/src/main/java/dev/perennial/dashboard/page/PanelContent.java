package dev.perennial.dashboard.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a panel shows.
 *
 * @param view a record of records, for the panel's template
 * @param asOf how fresh it is; null if nobody knows
 */
record PanelContent(Object view, @Nullable Instant asOf) {

  /** Equal for equal views, so that a page need not draw again what did not change. */
  String digest() {
    try {
      byte[] text = view.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
