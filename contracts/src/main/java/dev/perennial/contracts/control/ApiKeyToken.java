package dev.perennial.contracts.control;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key as its owner holds it: {@code pk_<prefix>_<secret>}. The prefix finds the stored key
 * and may be shown; the secret is known to the owner alone.
 *
 * @param prefix 8 characters of a-z and 0-9
 * @param secret 43 characters of base64url, 256 random bits
 */
public record ApiKeyToken(String prefix, String secret) {

  private static final String START = "pk_";
  private static final int PREFIX_LENGTH = 8;
  private static final String PREFIX_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final Pattern FORMAT = Pattern.compile("pk_([a-z0-9]{8})_([A-Za-z0-9_-]{43})");

  public ApiKeyToken {
    requireNonNull(prefix, "prefix");
    requireNonNull(secret, "secret");
    if (!FORMAT.matcher(START + prefix + "_" + secret).matches()) {
      throw new IllegalArgumentException("Not an API key");
    }
  }

  public static ApiKeyToken generate(SecureRandom random) {
    StringBuilder prefix = new StringBuilder();
    for (int index = 0; index < PREFIX_LENGTH; index++) {
      prefix.append(PREFIX_ALPHABET.charAt(random.nextInt(PREFIX_ALPHABET.length())));
    }
    return new ApiKeyToken(prefix.toString(), Secrets.generate(random));
  }

  /** The key in the text; empty if it has another format. */
  public static Optional<ApiKeyToken> parse(String text) {
    var matcher = FORMAT.matcher(text);
    return matcher.matches()
        ? Optional.of(new ApiKeyToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The whole key: show it once, store it never. */
  public String text() {
    return START + prefix + "_" + secret;
  }

  /** SHA-256 of the whole key in hex, as it is stored. */
  public String hash() {
    return Secrets.hash(text());
  }

  /** Whether this is the key whose hash was stored; takes the same time for every answer. */
  public boolean matches(String storedHash) {
    return Secrets.matches(text(), storedHash);
  }

  @Override
  public String toString() {
    return START + prefix + "_***";
  }
}
