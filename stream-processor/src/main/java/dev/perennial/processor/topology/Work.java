package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.ReferenceEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record asks of the fold. */
sealed interface Work permits Work.Arrived, Work.MomentCame, Work.AlertTold, PassEnded, Rejection {

  /** A fact that was read. */
  sealed interface Arrived extends Work {

    String tenantId();

    /** Null for reference data, which belongs to none. */
    @Nullable String subscriberId();

    Fact fact();

    Origin origin();
  }

  /**
   * @param now the business clock; null before the first tick
   */
  record FactArrived(Event event, Origin origin, @Nullable Instant now) implements Arrived {

    @Override
    public String tenantId() {
      return event.subscriber().tenantId();
    }

    @Override
    public String subscriberId() {
      return event.subscriber().subscriberId();
    }

    @Override
    public Fact fact() {
      return event.fact();
    }
  }

  /**
   * One of the copies that lie in every partition.
   *
   * @param now the business clock; null before the first tick
   */
  record ReferenceArrived(ReferenceEvent event, Origin origin, @Nullable Instant now)
      implements Arrived {

    @Override
    public String tenantId() {
      return event.tenantId();
    }

    @Override
    public @Nullable String subscriberId() {
      return null;
    }

    @Override
    public Fact fact() {
      return event.fact();
    }
  }

  /**
   * A subscription, or a subscriber itself, is due to be looked at.
   *
   * @param key composite: two parts name a subscriber, three a subscription
   */
  record MomentCame(String key, Instant tick) implements Work {}

  /**
   * The serving epoch has raised or voided an alert.
   *
   * @param now the business clock; null before the first tick
   */
  record AlertTold(AlertMessage message, @Nullable Instant now) implements Work {}
}
