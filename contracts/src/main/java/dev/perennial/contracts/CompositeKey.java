package dev.perennial.contracts;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * The one way to join ids into a Kafka key, a MongoDB {@code _id} or a Redis key. {@code |} and
 * {@code %} inside a part are percent-encoded, so two different lists of parts never give one key.
 */
public final class CompositeKey {

  private CompositeKey() {}

  public static String of(String... parts) {
    StringJoiner key = new StringJoiner("|");
    for (String part : parts) {
      key.add(encode(part));
    }
    return key.toString();
  }

  public static String of(SubscriberKey subscriber) {
    return of(subscriber.tenantId(), subscriber.subscriberId());
  }

  public static String of(SubscriptionKey subscription) {
    return of(
        subscription.subscriber().tenantId(),
        subscription.subscriber().subscriberId(),
        subscription.subscriptionId());
  }

  /** The parts that {@link #of(String...)} was given. */
  public static List<String> parts(String key) {
    return Arrays.stream(key.split("\\|", -1)).map(CompositeKey::decode).toList();
  }

  private static String encode(String part) {
    return part.replace("%", "%25").replace("|", "%7C");
  }

  private static String decode(String part) {
    return part.replace("%7C", "|").replace("%25", "%");
  }
}
