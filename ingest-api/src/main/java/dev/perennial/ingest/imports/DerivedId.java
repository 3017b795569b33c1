package dev.perennial.ingest.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ids for events whose file names none: equal events have equal ids, so they count once. */
public final class DerivedId {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int DIGEST_CHARACTERS = 32;

  private DerivedId() {}

  /**
   * @param event without an id, its fields in the order in which this version writes them
   * @return the prefix, a hyphen and the first 32 hex characters of the event's SHA-256
   */
  public static String of(String prefix, ObjectNode event) {
    byte[] digest = sha256().digest(MAPPER.writeValueAsBytes(event));
    return prefix + "-" + HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
