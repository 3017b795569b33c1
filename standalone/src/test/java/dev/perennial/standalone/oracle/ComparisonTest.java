package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.sample.Destination;
import dev.perennial.standalone.sample.Sample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The checker is checked: whatever is wrong must turn it red. */
@NullUnmarked // a missing document fails the test, which is its purpose
class ComparisonTest {

  private static final Instant AT = Instant.parse("2026-11-23T01:10:00Z");

  /** A sample that stands still voids nothing, and nobody is told before it is all there. */
  private static final Set<String> NOTHING_EXPECTED =
      Set.of(Expected.VOIDED_ALERTS, Expected.erased(Expected.DELIVERIES));

  private static final Expected EXPECTED = expect(AT);

  private final Map<String, Map<String, Map<String, Object>>> actual = filledIn(EXPECTED);

  private static Expected expect(Instant at) {
    Sample sample = Sample.generate(7, at);
    Map<String, Map<String, String>> destinations = new HashMap<>();
    for (Destination to : sample.destinations()) {
      destinations
          .computeIfAbsent(to.subscriberId(), id -> new HashMap<>())
          .put(to.id(), to.address());
    }
    Ticks ticks = Ticks.everywhere(12, at.plusSeconds(120), at.plusSeconds(180));
    return new Oracle("demo", id -> Math.floorMod(id.hashCode(), 12), ticks, destinations)
        .expect(sample.events());
  }

  @Test
  void isGreenWhereAllIsAsItMustBe() {
    Comparison comparison = Comparison.of(EXPECTED, actual);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.documents()).isGreaterThan(12_000);
  }

  @Test
  void turnsRedWhenAnyCollectionLosesADocument() {
    EXPECTED.collections().keySet().stream()
        .filter(name -> !NOTHING_EXPECTED.contains(name))
        .forEach(this::loseOne);
  }

  private void loseOne(String collection) {
    var broken = filledIn(EXPECTED);
    String key =
        broken.get(collection).keySet().stream()
            .filter(each -> !EXPECTED.isOptional(collection, each))
            .findFirst()
            .orElseThrow();
    broken.get(collection).remove(key);
    assertThat(Comparison.of(EXPECTED, broken).differences())
        .singleElement()
        .asString()
        .startsWith(collection + " " + key)
        .contains("missing");
  }

  @Test
  void turnsRedWhenAnyCollectionHasADocumentMore() {
    for (String collection : EXPECTED.collections().keySet()) {
      var broken = filledIn(EXPECTED);
      broken.get(collection).put("zzz", Map.of("_id", "zzz"));
      assertThat(Comparison.of(EXPECTED, broken).differences())
          .singleElement()
          .asString()
          .contains("extra");
    }
  }

  @Test
  void turnsRedWhenAFieldIsAlteredDroppedOrAdded() {
    Map<String, Object> payment = actual.get("payments").values().iterator().next();
    payment.put("category", "other");
    assertThat(Comparison.of(EXPECTED, actual).differences()).hasSize(1);
    payment.remove("category");
    assertThat(Comparison.of(EXPECTED, actual).differences()).hasSize(1);
    payment.put("surprise", 1);
    assertThat(Comparison.of(EXPECTED, actual).differences()).hasSize(2);
  }

  @Test
  void tellsTypesApart() {
    Map<String, Object> payment = actual.get("payments").values().iterator().next();
    payment.put("paidAt", payment.get("paidAt").toString());
    payment.put("partition", ((Integer) payment.get("partition")).longValue());
    payment.put("version", 1);
    assertThat(Comparison.of(EXPECTED, actual).differences()).hasSize(3);
  }

  @Test
  void expectsAtLeastTenMailsWhateverTheHourAndNeverTooManyToLookAt() {
    for (int quarter = 0; quarter < 96; quarter += 16) {
      Expected expected = expect(AT.plus(Duration.ofMinutes(15L * quarter)));
      assertThat(expected.collection(Expected.MAILS)).hasSizeBetween(10, 300);
      long undelivered =
          expected.collection(Expected.DELIVERIES).values().stream()
              .filter(row -> "NO_DESTINATION".equals(row.get("state")))
              .count();
      assertThat(undelivered).isPositive();
    }
  }

  @Test
  void changesNothingWithinHalfAnHour() {
    for (int quarter = 0; quarter < 96; quarter += 24) {
      Instant at = AT.plus(Duration.ofMinutes(15L * quarter));
      assertThat(raisedWithin(at, Duration.ofMinutes(30)))
          .isEqualTo(raisedWithin(at, Duration.ofMinutes(3)));
    }
  }

  private static Map<String, Map<String, Map<String, Object>>> raisedWithin(
      Instant at, Duration time) {
    Ticks ticks = Ticks.everywhere(12, at.plusSeconds(60), at.plus(time));
    return new Oracle("demo", id -> 1, ticks, Map.of())
        .expect(Sample.generate(7, at).events())
        .collections();
  }

  /** Every expected document, with a value in the place of each class. */
  private static Map<String, Map<String, Map<String, Object>>> filledIn(Expected expected) {
    Map<String, Map<String, Map<String, Object>>> copy = new TreeMap<>();
    expected
        .collections()
        .forEach(
            (name, documents) -> {
              Map<String, Map<String, Object>> documentsCopy = new TreeMap<>();
              documents.forEach((key, fields) -> documentsCopy.put(key, filledIn(fields)));
              copy.put(name, documentsCopy);
            });
    return copy;
  }

  private static Map<String, Object> filledIn(Map<String, Object> fields) {
    Map<String, Object> copy = new HashMap<>();
    fields.forEach((name, value) -> copy.put(name, filledIn(value)));
    return copy;
  }

  private static Object filledIn(Object value) {
    if (value == Long.class) {
      return 1L;
    } else if (value == Instant.class) {
      return AT;
    } else if (value == Integer.class) {
      return 3;
    } else if (value == String.class) {
      return "any";
    } else if (value instanceof Saying saying) {
      return saying.name() + " renews " + saying.when() + " for " + saying.digits();
    } else if (value instanceof Sayings sayings) {
      return sayings.all().stream().map(ComparisonTest::filledIn).toList().toString();
    }
    return switch (value) {
      case BigDecimal decimal -> new BigDecimal(decimal.toPlainString());
      case List<?> list -> new ArrayList<>(list.stream().map(ComparisonTest::filledIn).toList());
      case Map<?, ?> map -> filledIn(Happening.map(map));
      default -> value;
    };
  }
}
