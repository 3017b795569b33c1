package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertMessages;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.OwnAlerts;
import dev.perennial.domain.alert.SubscriberAlerts;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.processor.state.SubscriberMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at subscribers as a whole, at their budgets and digests. Between two ticks it is only noted
 * that one is to be looked at; who has neither is never noted, so it costs nothing. A digest is
 * worth as many derivations as its subscriber has subscriptions, so a turn has room for so many.
 */
final class Watch {

  private static final Duration SECOND_TRY = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final FoldStores stores;
  private final Owners owners;
  private final Accounts accounts;
  private final JobStore jobs;
  private final Intake intake;
  private final PipelineMetrics metrics;
  private final Limits limits;
  private int derived;
  private boolean full;

  Watch(
      FoldStores stores,
      Owners owners,
      Accounts accounts,
      JobStore jobs,
      Intake intake,
      PipelineMetrics metrics,
      Limits limits) {
    this.stores = stores;
    this.owners = owners;
    this.accounts = accounts;
    this.jobs = jobs;
    this.intake = intake;
    this.metrics = metrics;
    this.limits = limits;
  }

  /**
   * The next tick is asked to look.
   *
   * @param now the business clock; null before the first tick
   */
  void note(SubscriberKey key, @Nullable Instant now) {
    note(key, stores.subscriber(key), now);
  }

  private void note(SubscriberKey key, SubscriberMemory memory, @Nullable Instant now) {
    Instant moment = now == null ? Instant.EPOCH : now;
    Instant before = memory.moment();
    if (before == null || before.isAfter(moment)) {
      move(key, memory, memory.withMoment(moment), List.of());
    }
  }

  /** The same where there is anything to look for: what it wants may have changed. */
  void noteIfConcerned(SubscriberKey key, @Nullable Instant now) {
    SubscriberMemory memory = stores.subscriber(key);
    boolean concerned =
        memory.moment() != null
            || !memory.raised().isEmpty()
            || SubscriberAlerts.concern(owners.of(key, memory));
    if (concerned) {
      note(key, memory, now);
    }
  }

  void look(SubscriberKey key, Instant tick, Mode mode) {
    SubscriberMemory before = stores.subscriber(key);
    full = full || derived >= limits.pass();
    if (full || isUnsettled(key)) {
      move(key, before, before.withMoment(tick), List.of());
      return;
    }
    try {
      SubscriberAlerts alerts = alerts(key, before, tick);
      switch (mode) {
        case SERVING -> keep(key, before, alerts, tick);
        case REPLAY -> keepQuiet(key, before, alerts, tick);
      }
    } catch (KafkaException ofTheStore) {
      throw ofTheStore;
    } catch (RuntimeException failure) {
      metrics.derivationFailed();
      LOG.error(
          "Subscriber {} could not be looked at; it is tried again", CompositeKey.of(key), failure);
      move(key, before, before.withMoment(tick.plus(SECOND_TRY)), List.of());
    }
  }

  /** Whether all that was to be looked at in a turn was; the next turn has room again. */
  boolean endTurn() {
    boolean complete = !full;
    derived = 0;
    full = false;
    return complete;
  }

  /** While a job is under way some of its subscriptions count in an old way, others in the new. */
  private boolean isUnsettled(SubscriberKey key) {
    return jobs.isUnderWay(new Job.OfSubscriber(key))
        || jobs.isUnderWay(new Job.OfTenant(key.tenantId()));
  }

  private SubscriberAlerts alerts(SubscriberKey key, SubscriberMemory memory, Instant tick) {
    Subscriber owner = owners.of(key, memory);
    return SubscriberAlerts.at(
        key,
        owners.floorOf(key),
        owner,
        memory.raised(),
        accounts.of(key, memory, owner, tick, count -> derived += count),
        tick);
  }

  private void keep(
      SubscriberKey key, SubscriberMemory before, SubscriberAlerts alerts, Instant tick) {
    List<AlertMessage> messages =
        Stream.concat(
                withdrawn(key, alerts.voided(), tick),
                alerts.raised().stream().map(AlertMessages::of))
            .toList();
    move(key, before, after(before, alerts), messages);
  }

  /** As with a subscription: what the serving epoch says is learnt, and what nobody says waits. */
  private void keepQuiet(
      SubscriberKey key, SubscriberMemory before, SubscriberAlerts alerts, Instant tick) {
    boolean quiet = alerts.raised().isEmpty() && alerts.voided().isEmpty();
    SubscriberMemory after =
        quiet
            ? after(before, alerts)
            : before.withMoment(tick.plus(SubscriptionFold.LOOKED_AT_AGAIN));
    move(key, before, after, List.of());
  }

  private static SubscriberMemory after(SubscriberMemory before, SubscriberAlerts alerts) {
    return before.withRaised(alerts.next()).withMoment(alerts.nextMoment().orElse(null));
  }

  /** Nothing that was said stands any more; what a new life wants is looked at next. */
  void forget(SubscriberKey key, @Nullable Instant now) {
    SubscriberMemory before = stores.subscriber(key);
    List<String> standing = before.raised().standing();
    if (!before.raised().isEmpty()) {
      Instant at = now == null ? Instant.EPOCH : now;
      move(
          key,
          before,
          before.withRaised(OwnAlerts.none()),
          withdrawn(key, standing, at).map(AlertMessage.class::cast).toList());
    }
    noteIfConcerned(key, now);
  }

  /** What the topic of alerts says was raised, or voided. */
  void learn(SubscriberKey key, OwnAlerts raised, @Nullable Instant now) {
    SubscriberMemory memory = stores.subscriber(key).withRaised(raised);
    stores.put(key, memory);
    if (now != null) {
      note(key, memory, now);
    }
  }

  private static Stream<AlertMessage> withdrawn(SubscriberKey key, List<String> ids, Instant at) {
    return ids.stream().map(id -> new AlertVoided(id, key, at));
  }

  private void move(
      SubscriberKey key,
      SubscriberMemory before,
      SubscriberMemory after,
      List<AlertMessage> messages) {
    stores.put(key, after);
    intake.forward(
        new Change.Looked(CompositeKey.of(key), messages, before.moment(), after.moment()));
  }
}
