package dev.perennial.ingest.stripe;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** As the stream processor does with what ingest wrote of Stripe's events, in order of arrival. */
final class FoldedHooks {

  private static final SubscriptionKey KEY =
      new SubscriberKey("acme", "cus_1").subscription("sub_1");

  private static final Payments.Known PAYMENT =
      new Payments.Known(
          "in_1",
          "sub_1",
          new BigDecimal("12.99"),
          "EUR",
          Instant.parse("2026-12-01T11:00:02.960Z"));

  /** Each hook once: mapping is a pure function, and there are many orders. */
  private final Map<ObjectNode, List<ObjectNode>> mapped = new IdentityHashMap<>();

  SubscriptionView view(List<ObjectNode> hooks, Instant asOf) {
    FactLog log = FactLog.empty();
    Instant receivedAt = asOf;
    for (ObjectNode hook : hooks) {
      receivedAt = receivedAt.plusMillis(1);
      Arrival arrival = new Arrival("acme", receivedAt, Mode.LIVE);
      for (ObjectNode event : mapped.computeIfAbsent(hook, FoldedHooks::map)) {
        log = log.add(fact(event, arrival));
      }
    }
    return Derivation.derive(KEY, log, Subscriber.of(List.of()), asOf);
  }

  private static Fact fact(ObjectNode event, Arrival arrival) {
    return ((Decoding.Decoded) EventCodec.decode(event, arrival)).event().fact();
  }

  private static List<ObjectNode> map(ObjectNode hook) {
    Mapped events =
        new StripeMapping(Clock.systemUTC())
            .map(StripeEvent.of(hook), "acct_1", (customer, id, around) -> List.of(PAYMENT));
    return ((Mapped.Events) events).events();
  }
}
