package dev.perennial.contracts.event.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.EventSchemas;
import dev.perennial.contracts.event.Violation;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A published schema, a validator of it, and the reader that it is held against. */
record PublishedSchema(EventType type, ObjectNode json, Schema validator) {

  static final String TENANT = "acme";

  private static final Arrival ARRIVAL =
      new Arrival(TENANT, Instant.parse("2026-01-05T10:00:01Z"), Mode.LIVE);

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static PublishedSchema of(EventType type) {
    ObjectNode json = EventSchemas.of(type);
    return new PublishedSchema(type, json, REGISTRY.getSchema(json));
  }

  /** Where in the schema the rules stand that a document breaks. */
  List<String> broken(JsonNode document) {
    return validator.validate(document).stream().map(PublishedSchema::location).toList();
  }

  private static String location(Error error) {
    String location = error.getSchemaLocation().toString();
    return location.substring(location.indexOf('#') + 1);
  }

  static Optional<Violation> refusal(JsonNode document) {
    return EventCodec.decode(document, ARRIVAL) instanceof Decoding.Rejected rejected
        ? Optional.of(rejected.violation())
        : Optional.empty();
  }

  /** One that the schema allows, and mostly of one mind about what it is about. */
  ObjectNode allowed(Random random) {
    DocumentsOfSchema documents = new DocumentsOfSchema(json, random);
    ObjectNode document = documents.next();
    while (!broken(document).isEmpty()) {
      document = documents.next();
    }
    return random.nextInt(10) == 0 ? document : agreed(document);
  }

  /** One that both allow. */
  ObjectNode accepted(Random random) {
    ObjectNode document = allowed(random);
    while (refusal(document).isPresent()) {
      document = allowed(random);
    }
    return document;
  }

  private ObjectNode agreed(ObjectNode document) {
    ObjectNode agreed = document.deepCopy();
    agreed.set("subject", subject(agreed));
    return broken(agreed).isEmpty() ? agreed : document;
  }

  private JsonNode subject(JsonNode event) {
    return switch (type) {
      case ALERT_ACKNOWLEDGED, ALERT_SNOOZED -> event.at("/data/alertId");
      case SUBSCRIBER_UPDATED, SUBSCRIBER_DELETED -> event.path("subscriberid");
      case TENANT_UPDATED -> StringNode.valueOf(TENANT);
      case EXCHANGE_RATES_PUBLISHED -> event.at("/data/base");
      default -> event.path("subject");
    };
  }
}
