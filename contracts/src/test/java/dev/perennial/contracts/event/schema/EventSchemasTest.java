package dev.perennial.contracts.event.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perennial.contracts.event.EventSchemas;
import dev.perennial.domain.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSchemasTest {

  private static final Path HOME = Path.of(System.getProperty("perennial.home"));

  @ParameterizedTest
  @EnumSource(EventType.class)
  void aSchemaSaysWhatItIsAndNeedsNothingElse(EventType type) {
    ObjectNode schema = EventSchemas.of(type);

    assertThat(schema.path("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").stringValue())
        .isEqualTo("urn:perennial:event:v1:" + type.wireName());
    assertThat(schema.at("/properties/type/const").stringValue()).isEqualTo(type.wireName());
    assertThat(schema.findValuesAsString("$ref"))
        .allSatisfy(reference -> assertThat(schema.at(reference.substring(1)).isObject()).isTrue());
    assertThat(schema.path("$defs").propertyNames())
        .allSatisfy(
            name -> assertThat(schema.findValuesAsString("$ref")).contains("#/$defs/" + name));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void itsExamplesAreEventsOfTheType(EventType type) {
    PublishedSchema schema = PublishedSchema.of(type);

    assertThat(schema.json().path("examples")).isNotEmpty();
    for (JsonNode example : schema.json().path("examples")) {
      assertThat(schema.broken(example)).isEmpty();
      assertThat(PublishedSchema.refusal(example)).isEmpty();
    }
  }

  @Test
  void whoIsGivenASchemaMayChangeIt() {
    EventSchemas.of(EventType.CHARGE_ANNOUNCED).removeAll();

    assertThat(EventSchemas.of(EventType.CHARGE_ANNOUNCED).isEmpty()).isFalse();
  }

  @Test
  void thePageOfSchemasListsTheRulesThatNoneOfThemCanSay() throws IOException {
    String page = Files.readString(HOME.resolve("docs/schemas.md"));

    assertThat(Stream.of(Unsayable.values()).map(rule -> "| `" + rule.name() + "` |"))
        .allSatisfy(row -> assertThat(page).contains(row));
  }

  @Test
  void thePageOfSchemasValidatesAsItSays() throws IOException {
    ObjectNode published = EventSchemas.of(EventType.PAYMENT_SUCCEEDED);
    ObjectNode event = (ObjectNode) published.path("examples").get(0);
    ((ObjectNode) event.at("/data/amount")).put("value", 12.99);

    SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema schema = schemas.getSchema(published);
    List<Error> errors = schema.validate(event);

    assertThat(errors).extracting(Error::getKeyword).contains("type");
    String page = Files.readString(HOME.resolve("docs/schemas.md"));
    Path source =
        HOME.resolve("contracts/src/test/java")
            .resolve(EventSchemasTest.class.getName().replace('.', '/') + ".java");
    String shown = page.substring(page.indexOf("```java") + 8, page.lastIndexOf("```"));
    assertThat(shown.lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(Files.readString(source)).contains(line));
  }
}
