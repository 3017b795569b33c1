package dev.perennial.domain.alert;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.fold.Floor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Names alerts by what they are about, so that the same alert has the same id for ever. A new life
 * after an erasure tells anew what an old one has told.
 *
 * @param subscriptionId empty where they are about the subscriber itself
 */
record AlertIds(SubscriberKey subscriber, String subscriptionId, Floor floor) {

  private static final int ID_CHARACTERS = 32;

  static AlertIds of(SubscriptionKey key, Floor floor) {
    return new AlertIds(key.subscriber(), key.subscriptionId(), floor);
  }

  static AlertIds of(SubscriberKey key, Floor floor) {
    return new AlertIds(key, "", floor);
  }

  /** Each part is led by its length, so that no two lists of parts hash alike. */
  String of(RaisedAlerts.Slot slot, int revision) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                subscriber.tenantId(),
                subscriber.subscriberId(),
                slot.type().wireName(),
                subscriptionId,
                slot.dueOn().toString(),
                Integer.toString(slot.lead()),
                Integer.toString(revision)));
    if (!slot.about().isEmpty() || !floor.isNone()) {
      parts.add(slot.about());
    }
    if (!floor.isNone()) {
      parts.add(floor.at().toString());
    }
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      sha256.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, ID_CHARACTERS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
