package dev.perennial.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.AsyncApi;
import dev.perennial.contracts.event.EventSchemas;
import dev.perennial.domain.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the AsyncAPI document against the topics and the schemas that it describes. */
class AsyncApiTest {

  private static final String SCHEMA = "schemas/";

  private final JsonNode document = AsyncApi.document();

  @Test
  void itsChannelsAreTheTopicsWithTheirPartitionsAndSettings() {
    Map<String, TopicDeclaration> documented =
        document
            .path("channels")
            .valueStream()
            .map(AsyncApiTest::declaration)
            .collect(Collectors.toMap(TopicDeclaration::name, Function.identity()));
    Map<String, TopicDeclaration> declared =
        Topics.ofEpoch(1).all().stream()
            .collect(Collectors.toMap(TopicDeclaration::name, Function.identity()));

    assertThat(documented).isEqualTo(declared);
  }

  @Test
  void everyTypeOfEventIsAMessageOfItsTopic() {
    for (EventType type : EventType.values()) {
      String topic = type.isReferenceData() ? Topics.REFERENCE_DATA : Topics.SUBSCRIPTION_EVENTS;
      JsonNode message = document.at("/components/messages").path(type.wireName());
      assertThat(document.at("/channels/" + topic + "/messages").has(type.wireName())).isTrue();
      assertThat(message.at("/payload/$ref").stringValue())
          .isEqualTo(SCHEMA + type.wireName() + "#/properties/data");
      assertThat(message.at("/headers/allOf/1/properties/ce_type/const").stringValue())
          .isEqualTo(type.wireName());
    }
    assertThat(
            document.at("/channels/subscription-events/messages").size()
                + document.at("/channels/reference-data/messages").size())
        .isEqualTo(EventType.values().length);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(target(reference).isObject()).isTrue());
  }

  @Test
  void itHasWhatTheStandardAsksFor() {
    assertThat(document.path("asyncapi").stringValue()).isEqualTo("3.0.0");
    assertThat(document.at("/info/title").isString()).isTrue();
    assertThat(document.at("/info/version").isString()).isTrue();
    for (JsonNode channel : document.path("channels")) {
      assertThat(channel.path("messages")).isNotEmpty();
      assertThat(channel.path("address").stringValue().contains("{epoch}"))
          .isEqualTo(channel.path("parameters").has("epoch"));
    }
  }

  private JsonNode target(String reference) {
    if (reference.startsWith("#")) {
      return document.at(reference.substring(1));
    }
    String[] parts = reference.substring(SCHEMA.length()).split("#");
    Optional<EventType> type = EventType.byName(parts[0]);
    return EventSchemas.of(type.orElseThrow()).at(parts[1]);
  }

  private static TopicDeclaration declaration(JsonNode channel) {
    JsonNode kafka = channel.at("/bindings/kafka");
    Map<String, String> config =
        kafka
            .path("topicConfiguration")
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, setting -> text(setting.getValue())));
    return new TopicDeclaration(
        channel.path("address").stringValue().replace("{epoch}", "1"),
        kafka.path("partitions").intValue(),
        config);
  }

  private static String text(JsonNode setting) {
    List<JsonNode> values = setting.isArray() ? List.copyOf(setting.values()) : List.of(setting);
    return values.stream().map(JsonNode::asString).collect(Collectors.joining(","));
  }
}
