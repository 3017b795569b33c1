package dev.perennial.contracts.control;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.types.Binary;

/**
 * Signing secrets at rest, {@link Sealing sealed} for their hook. Keys have versions: the first
 * that is given seals, all of them open, so a new one can be put in front of the old.
 */
public final class HookKeys {

  private static final Pattern VERSIONED = Pattern.compile("(?:(\\d{1,4}):)?([^:]*)");

  private final Map<Integer, Sealing> keys;

  private HookKeys(Map<Integer, Sealing> keys) {
    this.keys = keys;
  }

  /** A secret was sealed with a key that is not there, or for another hook. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  /**
   * @param text {@code <base64 of 32 bytes>}, which is version 1, or several of {@code
   *     <version>:<base64>} by comma, the one that seals first
   * @throws IllegalArgumentException where it is none; nothing of the text is repeated
   */
  public static HookKeys parse(String text) {
    Map<Integer, Sealing> keys = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = VERSIONED.matcher(part.strip());
      if (!matcher.matches()) {
        throw malformed();
      }
      int version = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
      if (keys.put(version, sealing(matcher.group(2))) != null) {
        throw malformed();
      }
    }
    return new HookKeys(keys);
  }

  private static Sealing sealing(String base64) {
    return Sealing.key(base64).map(Sealing::new).orElseThrow(HookKeys::malformed);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "A hook key is 32 bytes in base64, or several of them as version:base64 by comma");
  }

  public HookSecret seal(String secret, String hookId, SecureRandom random, Instant now) {
    var newest = keys.entrySet().iterator().next();
    byte[] sealed = newest.getValue().seal(secret, hookId, random);
    return new HookSecret(newest.getKey(), new Binary(sealed), now, null);
  }

  /**
   * @throws Unreadable if its key is not among these, or it was sealed for another hook
   */
  public String open(HookSecret secret, String hookId) {
    Sealing key = keys.get(secret.keyVersion());
    if (key == null) {
      throw new Unreadable("There is no hook key of version " + secret.keyVersion());
    }
    try {
      return key.open(secret.sealed().getData(), hookId);
    } catch (GeneralSecurityException tampered) {
      throw new Unreadable(
          "A signing secret was sealed with another key of version " + secret.keyVersion());
    }
  }
}
