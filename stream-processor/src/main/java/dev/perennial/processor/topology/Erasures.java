package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.Floor;
import dev.perennial.processor.state.Erasure;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.apache.kafka.streams.state.KeyValueStore;

/** The floors: up to when facts are forgotten. Neither whose they are nor of what can be read. */
final class Erasures {

  private final KeyValueStore<String, Erasure> store;
  private final Mac mac;

  Erasures(KeyValueStore<String, Erasure> store, ErasureKey key) {
    this.store = store;
    this.mac = key.mac();
  }

  Erasure of(SubscriberKey subscriber) {
    return get(CompositeKey.of(subscriber));
  }

  Erasure of(SubscriptionKey subscription) {
    return get(CompositeKey.of(subscription));
  }

  Floor floorOf(SubscriptionKey subscription) {
    return floorOf(subscription, of(subscription));
  }

  /** A subscription's own floor, or its subscriber's where that is higher. */
  Floor floorOf(SubscriptionKey subscription, Erasure own) {
    return own.floor().and(of(subscription.subscriber()).floor());
  }

  void put(SubscriberKey subscriber, Erasure erasure) {
    store.put(hash(CompositeKey.of(subscriber)), erasure);
  }

  void put(SubscriptionKey subscription, Erasure erasure) {
    store.put(hash(CompositeKey.of(subscription)), erasure);
  }

  /** Tells a deletion from others of its subject, and from itself with another content. */
  String identity(String subject, Fact deletion) {
    return hash(
        CompositeKey.of(subject, deletion.id().source(), deletion.id().id(), deletion.digest()));
  }

  private Erasure get(String subject) {
    Erasure erasure = store.get(hash(subject));
    return erasure == null ? Erasure.none() : erasure;
  }

  private String hash(String text) {
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
  }
}
