package dev.perennial.contracts.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every topic of one epoch. The source topics, alerts and deliveries carry no epoch: a replay reads
 * the same sources and must not alert anybody again.
 *
 * @param partitions of every topic but the dead letters; 12 by default. A new count means new
 *     topics and a replay.
 * @param epoch of the projections, from 1
 */
public record Topics(int partitions, int epoch) {

  public static final int DEFAULT_PARTITIONS = 12;
  public static final int DEAD_LETTER_PARTITIONS = 3;
  public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

  /**
   * A replay learns from this topic what was raised, so an alert must lie there for as long as it
   * could be raised again: a lead may be a year, and some are told for days after their date.
   */
  public static final Duration ALERTS_KEPT = Duration.ofDays(400);

  public static final String SUBSCRIPTION_EVENTS = "subscription-events";

  /** Each record lies in every partition, so that each has all of it beside its subscribers. */
  public static final String REFERENCE_DATA = "reference-data";

  public static final String CLOCK_TICKS = "clock-ticks";
  public static final String ALERTS = "alerts";
  public static final String DELIVERIES = "deliveries";

  private static final String DEAD_LETTERS_SUFFIX = ".dead-letters";

  public Topics {
    if (partitions < 1 || epoch < 1) {
      throw new IllegalArgumentException("Partitions and epoch start at 1");
    }
  }

  public static Topics ofEpoch(int epoch) {
    return new Topics(DEFAULT_PARTITIONS, epoch);
  }

  public static String deadLettersOf(String topic) {
    return topic + DEAD_LETTERS_SUFFIX;
  }

  /** The topic whose dead letters these are; empty where the name is not of such a topic. */
  public static Optional<String> sourceOfDeadLetters(String topic) {
    int end = topic.length() - DEAD_LETTERS_SUFFIX.length();
    return topic.endsWith(DEAD_LETTERS_SUFFIX) && end > 0
        ? Optional.of(topic.substring(0, end))
        : Optional.empty();
  }

  public String projection(Projection projection) {
    return projection.collection() + ".e" + epoch;
  }

  /** All topics, in the order in which data reaches them. */
  public List<TopicDeclaration> all() {
    return Stream.of(sources(), projections(), outputs(), deadLetters())
        .flatMap(List::stream)
        .toList();
  }

  private List<TopicDeclaration> sources() {
    return List.of(
        topic(SUBSCRIPTION_EVENTS, keptForEver()),
        topic(REFERENCE_DATA, keptForEver()),
        topic(CLOCK_TICKS, deletedAfter(Duration.ofDays(1), Duration.ofHours(1))));
  }

  private List<TopicDeclaration> projections() {
    return Stream.of(Projection.values())
        .map(projection -> topic(projection(projection), cleanupOf(projection)))
        .toList();
  }

  private static Map<String, String> cleanupOf(Projection projection) {
    return switch (projection) {
      case SUBSCRIPTIONS, PAYMENTS, SUBSCRIBER_TOTALS, TENANT_TOTALS ->
          Map.of("cleanup.policy", "compact");
      case RECEIPTS -> compactedAndDeletedAfter(Duration.ofDays(30));
    };
  }

  private List<TopicDeclaration> outputs() {
    return List.of(
        topic(ALERTS, deletedAfter(ALERTS_KEPT, Duration.ofDays(1))),
        topic(DELIVERIES, compactedAndDeletedAfter(Duration.ofDays(400))));
  }

  private List<TopicDeclaration> deadLetters() {
    return Stream.of(sources(), projections(), outputs())
        .flatMap(List::stream)
        .filter(topic -> !topic.name().equals(CLOCK_TICKS))
        .map(
            topic ->
                new TopicDeclaration(
                    deadLettersOf(topic.name()),
                    DEAD_LETTER_PARTITIONS,
                    deletedAfter(DEAD_LETTERS_KEPT, Duration.ofDays(1))))
        .toList();
  }

  private TopicDeclaration topic(String name, Map<String, String> config) {
    return new TopicDeclaration(name, partitions, config);
  }

  private static Map<String, String> keptForEver() {
    return Map.of("retention.ms", "-1", "retention.bytes", "-1");
  }

  private static Map<String, String> deletedAfter(Duration kept, Duration segment) {
    return Map.of(
        "cleanup.policy", "delete",
        "retention.ms", Long.toString(kept.toMillis()),
        "segment.ms", Long.toString(segment.toMillis()));
  }

  private static Map<String, String> compactedAndDeletedAfter(Duration kept) {
    return Map.of(
        "cleanup.policy", "compact,delete", "retention.ms", Long.toString(kept.toMillis()));
  }
}
