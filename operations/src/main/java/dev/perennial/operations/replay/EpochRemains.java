package dev.perennial.operations.replay;

import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.Deadline;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.connect.ConnectorConfigurations;
import dev.perennial.operations.topics.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** All that there is of one epoch, and nothing that epochs share. */
final class EpochRemains {

  private static final Duration GONE_WITHIN = Duration.ofSeconds(60);
  private static final int PAGE = 1_000;

  private final ReplayPlaces places;
  private final int epoch;
  private final ProcessorGroup processors;

  EpochRemains(ReplayPlaces places, int epoch) {
    this.places = places;
    this.epoch = epoch;
    this.processors = new ProcessorGroup(epoch);
  }

  boolean isNothing() {
    return list().isEmpty();
  }

  /** What there is, a line each. */
  List<String> list() {
    List<String> all = new ArrayList<>();
    connectors().forEach(name -> all.add("connector " + name));
    groups().forEach(name -> all.add("consumer group " + name));
    topics().forEach(name -> all.add("topic " + name));
    database().forEach(name -> all.add("database " + name));
    long keys = countKeys();
    if (keys > 0) {
      all.add("%d keys %s* in Redis".formatted(keys, keyPrefix()));
    }
    return all;
  }

  /** Removes it: first what writes, then what was written. Done again, it goes on. */
  void remove() {
    connectors().forEach(places.connectors()::remove);
    Set<String> groups = groups();
    if (!Deadline.await(GONE_WITHIN, () -> groups.stream().noneMatch(this::isActive))) {
      throw new OperationException("Not every group of epoch %d ended".formatted(epoch));
    }
    if (!groups.isEmpty()) {
      Answers.of(places.admin().deleteConsumerGroups(groups).all());
    }
    Answers.of(places.admin().deleteTopics(topics()).all());
    database().forEach(name -> places.mongodb().getDatabase(name).drop());
    eachPage(keys -> places.redis().unlink(keys.toArray(String[]::new)));
  }

  private boolean isActive(String group) {
    return places.offsets().isActive(group);
  }

  private List<String> connectors() {
    return places.connectors().namesOf(epoch);
  }

  private Set<String> groups() {
    String sinks = ConnectorConfigurations.groupPrefix(epoch);
    Set<String> found = new TreeSet<>();
    Answers.of(places.admin().listGroups(ListGroupsOptions.forConsumerGroups()).all())
        .forEach(group -> found.add(group.groupId()));
    found.removeIf(name -> !name.equals(processors.id()) && !name.startsWith(sinks));
    return found;
  }

  private Set<String> topics() {
    Topics topics = Topics.ofEpoch(epoch);
    Set<String> projections = new TreeSet<>();
    Stream.of(Projection.values())
        .map(topics::projection)
        .forEach(name -> projections.addAll(List.of(name, Topics.deadLettersOf(name))));
    Set<String> found = new TreeSet<>(Answers.of(places.admin().listTopics().names()));
    found.removeIf(name -> !projections.contains(name) && !processors.owns(name));
    return found;
  }

  private List<String> database() {
    String name = ServingEpoch.databaseOf(epoch);
    List<String> found = new ArrayList<>();
    for (String each : places.mongodb().listDatabaseNames()) {
      if (each.equals(name)) {
        found.add(each);
      }
    }
    return found;
  }

  private String keyPrefix() {
    return "perennial:e" + epoch + ":";
  }

  private long countKeys() {
    Set<String> distinct = new TreeSet<>();
    eachPage(distinct::addAll);
    return distinct.size();
  }

  private void eachPage(Consumer<List<String>> keys) {
    ScanParams match = new ScanParams().match(keyPrefix() + "*").count(PAGE);
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      ScanResult<String> page = places.redis().scan(cursor, match);
      if (!page.getResult().isEmpty()) {
        keys.accept(page.getResult());
      }
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
  }
}
