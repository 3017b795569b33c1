package dev.perennial.contracts.event.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.Violation;
import dev.perennial.domain.event.EventType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the schemas allow the reader takes, and what they forbid it refuses, for the reason that the
 * broken rule stands for. Documents are made from the schemas, so that a rule that is added is
 * tested by being there.
 */
class SchemasAndReaderTest {

  private static final long SEED = 20_261_128;
  private static final int DOCUMENTS = 100;
  private static final int SPOILT = 1;

  @ParameterizedTest
  @EnumSource(EventType.class)
  void theReaderTakesWhatTheSchemaAllowsButForTheRulesThatNoSchemaCanSay(EventType type) {
    PublishedSchema schema = PublishedSchema.of(type);
    Random random = new Random(SEED);
    int taken = 0;
    for (int document = 0; document < DOCUMENTS; document++) {
      ObjectNode event = schema.allowed(random);
      Optional<Violation> refusal = PublishedSchema.refusal(event);
      taken += refusal.isEmpty() ? 1 : 0;
      refusal.ifPresent(violation -> explained(violation, event));
    }
    assertThat(taken).as("taken of %s, seed %s", DOCUMENTS, SEED).isGreaterThan(DOCUMENTS / 10);
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyRuleThatADocumentBreaksIsOneThatTheReaderRefusesItFor(EventType type) {
    PublishedSchema schema = PublishedSchema.of(type);
    Random random = new Random(SEED);
    Spoiler spoiler = new Spoiler(schema.json(), random);
    Set<String> broken = new HashSet<>();

    for (int document = 0; document < SPOILT; document++) {
      for (JsonNode event : spoiler.spoilt(schema.accepted(random))) {
        broken.addAll(sameVerdict(schema, event));
      }
    }
    Set<String> untried = new TreeSet<>(Rules.of(schema.json()));
    untried.removeAll(broken);
    assertThat(untried).as("rules that no document broke").isEmpty();
  }

  private static List<String> sameVerdict(PublishedSchema schema, JsonNode event) {
    List<String> broken = schema.broken(event);
    Optional<Violation> refusal = PublishedSchema.refusal(event);
    if (broken.isEmpty()) {
      refusal.ifPresent(violation -> explained(violation, event));
      return broken;
    }
    assertThat(refusal).as("%s breaks %s", event, broken).isPresent();
    Set<String> fitting = new TreeSet<>();
    List<String> unclear = new ArrayList<>();
    for (String rule : broken) {
      Set<String> codes = Rules.codes(rule);
      fitting.addAll(codes);
      if (codes.isEmpty()) {
        unclear.add(rule);
      }
    }
    assertThat(unclear).as("rules without a code").isEmpty();
    if (isAbsent(event, refusal.get())) {
      fitting.add("field-missing");
    }
    if (!Unsayable.explains(refusal.get(), event)) {
      assertThat(fitting).as("%s breaks %s", event, broken).contains(refusal.get().code());
    }
    return broken;
  }

  /** CloudEvents takes a context attribute that is null for an absent one. */
  private static boolean isAbsent(JsonNode event, Violation violation) {
    return violation.pointer().lastIndexOf('/') == 0
        && !violation.pointer().equals("/data")
        && event.at(violation.pointer()).isNull();
  }

  private static void explained(Violation violation, JsonNode event) {
    assertThat(Unsayable.explains(violation, event))
        .as("%s is allowed, but refused: %s at %s", event, violation.code(), violation.pointer())
        .isTrue();
  }
}
