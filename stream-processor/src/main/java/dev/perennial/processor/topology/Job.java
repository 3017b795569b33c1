package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import java.time.LocalDate;
import java.util.List;

/** Subscriptions that are to be derived anew, too many to be done at once. */
sealed interface Job {

  // By their names jobs lie in the store, and are worked on in the order of these: a subscriber's,
  // which may be an erasure, waits for no other.
  String SUBSCRIBER = "subscriber";
  String TENANT = "tenant";
  String WEEK_OF_RATES = "week-of-rates";

  /** Under which it lies in the store. */
  String name();

  record OfSubscriber(SubscriberKey subscriber) implements Job {

    public OfSubscriber {
      requireNonNull(subscriber, "subscriber");
    }

    @Override
    public String name() {
      return CompositeKey.of(SUBSCRIBER, subscriber.tenantId(), subscriber.subscriberId());
    }
  }

  record OfTenant(String tenantId) implements Job {

    public OfTenant {
      requireNonNull(tenantId, "tenantId");
    }

    @Override
    public String name() {
      return CompositeKey.of(TENANT, tenantId);
    }
  }

  /** Those with a payment that rates of a date may convert: made on the date, or in 7 days. */
  record OfRates(LocalDate date) implements Job {

    public OfRates {
      requireNonNull(date, "date");
    }

    @Override
    public String name() {
      return CompositeKey.of(WEEK_OF_RATES, date.toString());
    }
  }

  static Job named(String name) {
    List<String> parts = CompositeKey.parts(name);
    return switch (parts.getFirst()) {
      case SUBSCRIBER -> new OfSubscriber(new SubscriberKey(parts.get(1), parts.get(2)));
      case TENANT -> new OfTenant(parts.get(1));
      case WEEK_OF_RATES -> new OfRates(LocalDate.parse(parts.get(1)));
      default -> throw new IllegalStateException("The store holds a job of no known kind");
    };
  }
}
