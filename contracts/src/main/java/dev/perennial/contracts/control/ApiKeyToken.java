package dev.perennial.contracts.control;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * An API key as its owner holds it: {@code pk_<prefix>_<secret><checksum>}. The prefix finds the
 * stored key and may be shown; the secret is known to the owner alone. The checksum lets a scanner
 * for leaked secrets, and a service, tell a key from a typing error without a database. Keys of
 * earlier releases have none, and stay valid.
 *
 * @param prefix 8 characters of a-z and 0-9
 * @param secret 43 characters of base64url, 256 random bits
 * @param checked whether the text ends with a {@link KeyChecksum}
 */
public record ApiKeyToken(String prefix, String secret, boolean checked) {

  /**
   * Finds keys with a checksum in any text, for scanners that look for leaked secrets: {@value}.
   * docs/security.md publishes it, so a new form of keys must go on matching it.
   */
  public static final String SCANNER_PATTERN =
      "\\bpk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}(?![A-Za-z0-9_-])";

  private static final String START = "pk_";
  private static final int PREFIX_LENGTH = 8;
  private static final String PREFIX_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SECRET_FROM = START.length() + PREFIX_LENGTH + 1;
  private static final int PLAIN_LENGTH = SECRET_FROM + Secrets.LENGTH;
  private static final int CHECKED_LENGTH = PLAIN_LENGTH + KeyChecksum.LENGTH;

  public ApiKeyToken {
    requireNonNull(prefix, "prefix");
    requireNonNull(secret, "secret");
    if (!isPrefix(prefix) || !isSecret(secret)) {
      throw new IllegalArgumentException("Not an API key");
    }
  }

  private static boolean isPrefix(String text) {
    boolean known = text.length() == PREFIX_LENGTH;
    for (int at = 0; known && at < PREFIX_LENGTH; at++) {
      known = isLowerOrDigit(text.charAt(at));
    }
    return known;
  }

  private static boolean isSecret(String text) {
    boolean known = text.length() == Secrets.LENGTH;
    for (int at = 0; known && at < Secrets.LENGTH; at++) {
      char is = text.charAt(at);
      known = isLowerOrDigit(is) || (is >= 'A' && is <= 'Z') || is == '_' || is == '-';
    }
    return known;
  }

  private static boolean isLowerOrDigit(char is) {
    return (is >= 'a' && is <= 'z') || (is >= '0' && is <= '9');
  }

  public static ApiKeyToken generate(SecureRandom random) {
    StringBuilder prefix = new StringBuilder();
    for (int index = 0; index < PREFIX_LENGTH; index++) {
      prefix.append(PREFIX_ALPHABET.charAt(random.nextInt(PREFIX_ALPHABET.length())));
    }
    return new ApiKeyToken(prefix.toString(), Secrets.generate(random), true);
  }

  /** The key in the text; empty if it has another format, or a checksum that is not its own. */
  public static Optional<ApiKeyToken> parse(String text) {
    boolean checked = text.length() == CHECKED_LENGTH;
    if ((!checked && text.length() != PLAIN_LENGTH) || text.charAt(SECRET_FROM - 1) != '_') {
      return Optional.empty();
    }
    String prefix = text.substring(START.length(), SECRET_FROM - 1);
    String secret = text.substring(SECRET_FROM, PLAIN_LENGTH);
    if (!text.startsWith(START) || !isPrefix(prefix) || !isSecret(secret)) {
      return Optional.empty();
    }
    return Optional.of(new ApiKeyToken(prefix, secret, checked))
        .filter(token -> token.text().equals(text));
  }

  /** The whole key: show it once, store it never. */
  public String text() {
    String body = START + prefix + "_" + secret;
    return checked ? body + KeyChecksum.of(body) : body;
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
