package dev.perennial.contracts.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an accepted event lies in the topic subscription-events. Clients get it as one opaque text,
 * and a read that is given it waits for what that event changes: until the projections it uses have
 * a watermark of that partition with this offset or a later one.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record Receipt(int partition, long offset) {

  /** The header in which a read is given receipts, between commas where there are several. */
  public static final String AFTER = "Perennial-After";

  private static final Pattern FORMAT = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

  public Receipt {
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException("Partitions and offsets start at 0");
    }
  }

  /** The receipt in the text; empty if it is none. */
  public static Optional<Receipt> parse(String text) {
    try {
      Matcher place = FORMAT.matcher(new String(Base64.getUrlDecoder().decode(text), US_ASCII));
      return place.matches()
          ? Optional.of(
              new Receipt(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** base64url of {@code partition:offset}. */
  public String text() {
    byte[] place = (partition + ":" + offset).getBytes(US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
  }
}
