package dev.perennial.operations.connect;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.ConfigurationFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every connector of one epoch: the template files with their placeholders filled in. */
public final class ConnectorConfigurations {

  private static final JsonMapper JSON = new JsonMapper();

  private ConnectorConfigurations() {}

  /** One MongoDB sink for each projection and for the deliveries; a Redis sink for the totals. */
  public static List<ConnectorConfiguration> all(ConnectorSettings settings) {
    Topics topics = Topics.ofEpoch(settings.epoch());
    Stream<ConnectorConfiguration> projections =
        Stream.of(Projection.values())
            .map(each -> mongodb(settings, topics.projection(each), each.collection()));
    return Stream.of(
            projections,
            Stream.of(mongodb(settings, Topics.DELIVERIES, Topics.DELIVERIES)),
            Stream.of(totalsInRedis(settings, topics)))
        .flatMap(each -> each)
        .toList();
  }

  private static ConnectorConfiguration mongodb(
      ConnectorSettings settings, String topic, String collection) {
    return filled("mongodb", settings, topic, collection);
  }

  private static ConnectorConfiguration totalsInRedis(ConnectorSettings settings, Topics topics) {
    Projection totals = Projection.SUBSCRIBER_TOTALS;
    return filled("redis", settings, topics.projection(totals), totals.collection());
  }

  private static ConnectorConfiguration filled(
      String sink, ConnectorSettings settings, String topic, String collection) {
    Map<String, String> values =
        Map.of(
            "@epoch@", Integer.toString(settings.epoch()),
            "@secrets@", settings.secrets().toAbsolutePath().toString(),
            "@tasks@", Integer.toString(settings.tasks()),
            "@topic@", topic,
            "@collection@", collection);
    Map<String, String> filled = new LinkedHashMap<>();
    template(sink + "-sink.json").forEach((name, text) -> filled.put(name, fill(text, values)));
    return new ConnectorConfiguration(prefix(settings.epoch()) + sink + "-" + collection, filled);
  }

  /** What the names of an epoch's connectors begin with. */
  static String prefix(int epoch) {
    return "perennial-e" + epoch + "-";
  }

  /** The consumer group of the sink that writes an epoch's deliveries. */
  public static String deliveriesGroup(int epoch) {
    return groupPrefix(epoch) + "mongodb-" + Topics.DELIVERIES;
  }

  /** What the names of the consumer groups of an epoch's sinks begin with. */
  public static String groupPrefix(int epoch) {
    return "connect-" + prefix(epoch);
  }

  private static String fill(String text, Map<String, String> values) {
    String filled = text;
    for (var value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }

  private static Map<String, String> template(String file) {
    return JSON.readValue(
        ConfigurationFile.read("connectors/" + file), new TypeReference<Map<String, String>>() {});
  }
}
