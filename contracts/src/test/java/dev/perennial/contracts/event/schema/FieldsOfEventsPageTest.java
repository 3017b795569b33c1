package dev.perennial.contracts.event.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.EventSchemas;
import dev.perennial.domain.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Holds the table of fields in docs/events.md against the schemas. */
class FieldsOfEventsPageTest {

  private static final Path PAGE = Path.of(System.getProperty("perennial.home"), "docs/events.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z.-]+)` \\|([^|]*)\\|$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)(\\??)`");
  private static final Pattern VALUE = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");

  /** Their rows say "any of" before fields that are all optional. */
  private static final Set<EventType> ALL_OPTIONAL =
      Set.of(EventType.SUBSCRIBER_UPDATED, EventType.TENANT_UPDATED);

  private final Map<String, String> rows = rows();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUBSCRIPTION_CHANGED")
  void aRowNamesTheFieldsOfItsTypeAndWhichAreOptional(EventType type) {
    String row = rows.getOrDefault(type.wireName(), "");
    JsonNode data = EventSchemas.of(type).at("/properties/data");

    Set<String> written = new TreeSet<>();
    NAME.matcher(withoutParts(row))
        .results()
        .forEach(field -> written.add(field.group(1) + field.group(2)));
    assertThat(written).isEqualTo(fields(type, data));
  }

  @Test
  void aChangeHasTheFieldsOfAStartAndItsOwn() {
    String row = rows.getOrDefault("subscription.changed", "");
    Set<String> started = names(EventType.SUBSCRIPTION_STARTED);
    started.remove("trialEnds");
    started.addAll(Set.of("effectiveOn", "withdraws"));

    assertThat(row)
        .startsWith(" any of the above but `trialEnds`, ")
        .contains("`effectiveOn?`", "`withdraws`");
    assertThat(names(EventType.SUBSCRIPTION_CHANGED)).isEqualTo(started);
  }

  private static Set<String> names(EventType type) {
    return new TreeSet<>(EventSchemas.of(type).at("/properties/data/properties").propertyNames());
  }

  @Test
  void theFirstRowNamesTheValuesThatTheSchemaKnows() {
    String row = rows.getOrDefault("subscription.started", "");
    Set<String> known =
        EventSchemas.of(EventType.SUBSCRIPTION_STARTED).findValues("enum").stream()
            .flatMap(JsonNode::valueStream)
            .filter(value -> value.isString() && VALUE.matcher(value.stringValue()).matches())
            .map(JsonNode::stringValue)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(VALUE.matcher(row).results().map(found -> found.group()))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  private static Set<String> fields(EventType type, JsonNode data) {
    Set<String> required =
        data.path("required").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
    Set<String> fields = new TreeSet<>();
    for (String name : data.path("properties").propertyNames()) {
      boolean plain = required.contains(name) || ALL_OPTIONAL.contains(type);
      fields.add(plain ? name : name + "?");
    }
    return fields;
  }

  /** Only the fields themselves: the braces have those of their values. */
  private static String withoutParts(String row) {
    String outer = row;
    while (outer.contains("{") || outer.contains("[")) {
      outer = outer.replaceAll("\\{[^{}]*}", "").replaceAll("\\[[^\\[\\]]*]", "");
    }
    return outer.replaceAll("; neither.*", "");
  }

  private static Map<String, String> rows() {
    try {
      return ROW.matcher(Files.readString(PAGE))
          .results()
          .filter(row -> EventType.byName(row.group(1)).isPresent())
          .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, two) -> one));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
