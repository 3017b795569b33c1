package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.domain.event.Mode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who holds a hook's secret can sign anything: it is mapped, ignored or refused, and never fails.
 */
class OddPayloadsTest {

  private static final int ROUNDS = 300;
  private static final Arrival ARRIVAL =
      new Arrival("acme", Instant.parse("2026-12-05T08:00:10Z"), Mode.LIVE);

  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e99999",
          "-1e-99999",
          "9223372036854775807",
          "99999999999999999999999999999999999999",
          "253402300799",
          "0.5",
          "\"\"",
          "\"x\"",
          "\"-5.00\"",
          "\"\\u202e\\n\"",
          "[]",
          "[1,[2]]",
          "{}",
          "{\"data\":[null,1,{}]}",
          "{\"id\":7}",
          "{\"$gt\":\"\"}");

  static List<String> names() {
    return StripePayloads.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldNeverFail(String name) {
    long seed = 20_261_128L + name.hashCode();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      ObjectNode payload = StripePayloads.payload(name);
      for (int change = 0; change <= random.nextInt(3); change++) {
        replaceOne(payload, random);
      }
      assertThat(outcome(payload))
          .as(() -> "seed " + seed + ": " + payload)
          .isIn("mapped", "ignored", "not yet", "unmappable");
    }
  }

  private static String outcome(ObjectNode payload) {
    Payments payments =
        (customer, id, around) ->
            List.of(new Payments.Known("in_1", "sub_1", new BigDecimal("12.99"), "EUR", around));
    try {
      Mapped mapped =
          new StripeMapping(Clock.systemUTC()).map(StripeEvent.of(payload), "acct_1", payments);
      return switch (mapped) {
        case Mapped.Events events -> {
          events.events().forEach(event -> EventCodec.decode(event, ARRIVAL));
          yield "mapped";
        }
        case Mapped.Ignored ignored -> "ignored";
        case Mapped.NotYet notYet -> "not yet";
      };
    } catch (Unmappable refused) {
      return "unmappable";
    }
  }

  private static void replaceOne(ObjectNode payload, Random random) {
    List<Runnable> places = new ArrayList<>();
    collect(payload, places, odd(random));
    if (!places.isEmpty()) {
      places.get(random.nextInt(places.size())).run();
    }
  }

  private static JsonNode odd(Random random) {
    String text = ODD.get(random.nextInt(ODD.size()));
    return StrictJson.parse(("[" + text + "]").getBytes(StandardCharsets.UTF_8)).get(0);
  }

  private static void collect(JsonNode node, List<Runnable> places, JsonNode odd) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String key = field.getKey();
        places.add(() -> object.set(key, odd));
        collect(field.getValue(), places, odd);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        places.add(() -> array.set(place, odd));
        collect(array.get(i), places, odd);
      }
    }
  }
}
