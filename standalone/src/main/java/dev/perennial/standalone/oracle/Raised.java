package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An alert that was raised. */
interface Raised {

  String tenant();

  Owner owner();

  Matter matter();

  Answers.Turn turn();

  /** The tick that raised it. */
  Instant tick();

  /** The name that makes an alert one: it is raised at most once. */
  String id();

  /** Null where it is about no one subscription. */
  @Nullable String subscriptionId();

  /** What it is about; null where that is no one amount. */
  @Nullable Map<String, Object> amount();

  /** As it is written on the topic. */
  Map<String, Object> fields();

  /** What its message must say before it is opened. */
  Predicate<Object> title();

  /** What its message must say in plain text. */
  Predicate<Object> text();

  default AlertType type() {
    return matter().type();
  }

  /** The name's parts up to what only some alerts have. */
  default List<String> nameParts() {
    String subscription = subscriptionId();
    return List.of(
        tenant(),
        owner().id,
        type().wireName,
        subscription == null ? "" : subscription,
        matter().dueOn().toString(),
        Integer.toString(turn().lead()),
        Integer.toString(turn().revision()));
  }

  default int daysLeft() {
    return (int) Math.max(0, ChronoUnit.DAYS.between(owner().today(tick()), matter().dueOn()));
  }

  default @Nullable List<?> routing() {
    return owner().routing(type());
  }

  /** Whether the last day for telling has not ended. */
  default boolean standsAt(Instant moment) {
    return !matter().toldUntil(turn().lead()).isBefore(owner().today(moment));
  }

  /** As it is written where it is taken back. */
  default Map<String, Object> voidedFields() {
    return Document.map(
        "id", id(), "tenantId", tenant(), "subscriberId", owner().id, "voidedAt", String.class);
  }
}
