package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is forgotten, what is left of it, and what begins anew. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleErasureTest {

  private static final String SUBSCRIPTION = "t|alice|gym";

  private final Told told = new Told();

  private Told deleted(String day) {
    return told.add("subscription.deleted", noon(day), "");
  }

  private Told left(String day) {
    return told.add("subscriber.deleted", noon(day), "");
  }

  @Test
  void forgetsUpToTheMomentItselfAndNothingBehindIt() {
    told.start().pay("2025-02-10T12:00:00Z", "p1", "20").pay("2025-02-10T12:00:01Z", "p2", "20");
    deleted("2025-02-10").on("2025-02-20");
    assertThat(told.expect().collection(Expected.SUBSCRIPTIONS)).isEmpty();
    assertThat(told.expect().collection(Expected.PAYMENTS)).containsOnlyKeys(SUBSCRIPTION + "|p2");
    assertThat(List.of(told.receipt("e0"), told.receipt("e1"))).containsOnly("SUPERSEDED");
    assertThat(told.receipt("e2")).isEqualTo("WAITING");
    assertThat(told.receipt("e3")).isEqualTo("APPLIED");
  }

  @Test
  void takesTheHighestFloorWhateverTheOrder() {
    deleted("2025-02-12");
    deleted("2025-02-10").start().pay("2025-02-11T12:00:00Z", "p1", "20").on("2025-02-20");
    assertThat(told.expect().collection(Expected.PAYMENTS)).isEmpty();
    assertThat(told.statuses()).containsOnly("APPLIED", "SUPERSEDED");
  }

  @Test
  void beginsANewLifeUnderNamesOfItsOwn() {
    told.start().on("2025-02-27");
    String before = told.expect().collection(Expected.ALERTS).keySet().iterator().next();
    deleted("2025-02-10").add("subscription.started", noon("2025-02-11"), Told.GYM);
    Map<String, Map<String, Object>> alerts = told.expect().collection(Expected.ALERTS);
    assertThat(alerts).hasSize(1).doesNotContainKey(before);
    assertThat(told.subscription()).containsEntry("status", "ACTIVE");
  }

  @Test
  void forgetsASubscribersPreferencesAnswersAndDestinations() {
    told.prefer("\"zone\":\"Asia/Tokyo\"").destination("home").start();
    left("2025-02-10").add("subscription.started", noon("2025-02-11"), Told.GYM);
    told.on("2025-02-27");
    assertThat(told.subscription()).containsEntry("zone", "Z");
    assertThat(told.expect().collection(Expected.MAILS)).isEmpty();
    assertThat(told.expect().collection(Expected.DELIVERIES).values())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("state", "NO_DESTINATION"));
    assertThat(told.expect().collection(Expected.ERASED_SUBSCRIBERS))
        .containsOnlyKeys("t|alice|2025-02-10T12:00:00Z");
  }

  @Test
  void takesBackWhatStandsWhereItIsDeletedLater() {
    told.destination("home").start();
    told.tick("2025-02-27T12:00:00Z", "2025-02-27T13:00:00Z");
    assertThat(told.expect().collection(Expected.VOIDED_ALERTS)).isEmpty();
    left("2025-02-28").tick("2025-02-28T14:00:00Z", "2025-02-28T15:00:00Z");
    Expected expected = told.expect();
    String alert = expected.collection(Expected.ALERTS).keySet().iterator().next();
    assertThat(expected.collection(Expected.VOIDED_ALERTS)).containsOnlyKeys(alert);
    assertThat(expected.collection(Expected.MAILS)).hasSize(1);
    assertThat(expected.collection(Expected.DELIVERIES)).isEmpty();
    assertThat(expected.collection(Expected.erased(Expected.DELIVERIES)))
        .containsEntry(alert + "|home", Document.erased(alert + "|home", "t"));
  }

  @Test
  void knowsWhatWasThereWhenItWasDeleted() {
    told.start().pay("2025-02-01T12:00:00Z", "p1", "20");
    deleted("2025-02-10").pay("2025-02-02T12:00:00Z", "p2", "20");
    Erasures erasures =
        new Erasures(
            "t",
            "alice",
            Reference.NONE,
            Erasures.Arrival.bySubscriber(told.happenings()).get("alice"),
            0);
    assertThat(erasures.certain().asMap())
        .isEqualTo(
            Map.of(
                Expected.SUBSCRIPTIONS, Set.of(SUBSCRIPTION),
                Expected.PAYMENTS, Set.of(SUBSCRIPTION + "|p1"),
                Expected.TOTALS, Set.of("t|alice|2025-02")));
    assertThat(erasures.possible().of(Expected.PAYMENTS))
        .containsExactly(SUBSCRIPTION + "|p1", SUBSCRIPTION + "|p2");
  }

  @Test
  void isNotCertainOfWhatAnotherDeletionMayHaveOvertaken() {
    told.start().pay("2025-02-01T12:00:00Z", "p1", "20");
    deleted("2025-02-10").prefer("\"zone\":\"Asia/Tokyo\"");
    told.add("subscription.deleted", "2025-02-11T00:00:00Z", "");
    List<Erasures.Arrival> arrivals = Erasures.Arrival.bySubscriber(told.happenings()).get("alice");
    // The second comes so late that all before were there; but the first may have come before them.
    Erasures erasures = new Erasures("t", "alice", Reference.NONE, arrivals, 2);
    assertThat(erasures.certain().of(Expected.PAYMENTS)).isEmpty();
    assertThat(erasures.possible().of(Expected.PAYMENTS)).containsExactly(SUBSCRIPTION + "|p1");
  }

  @Test
  void letsAnErasedDocumentBeMissingOnlyWhereOrderDecides() {
    told.start();
    deleted("2025-02-10").on("2025-02-20");
    Expected expected = told.expect();
    Actual actual = actual(expected);
    // With so few events any of them may have overtaken the others.
    assertThat(Comparison.of(expected, actual).differences()).isEmpty();
    actual.documents(Expected.SUBSCRIPTIONS, List.of(Map.of("_id", SUBSCRIPTION, "erased", true)));
    assertThat(Comparison.of(expected, actual).differences())
        .hasSize(4)
        .anyMatch(difference -> difference.contains("version: missing"));
    actual.documents(Expected.PAYMENTS, List.of(Map.of("_id", "other", "erased", true)));
    assertThat(Comparison.of(expected, actual).differences()).hasSize(5);
  }

  private static Actual actual(Expected expected) {
    Actual actual = new Actual();
    expected
        .collection(Expected.RECEIPTS)
        .forEach((key, receipt) -> actual.documents(Expected.RECEIPTS, List.of(known(receipt))));
    return actual;
  }

  private static Map<String, Object> known(Map<String, Object> receipt) {
    Map<String, Object> known = new HashMap<>(receipt);
    known.put("version", 1L);
    known.put("offset", 1L);
    known.put("receivedAt", Instant.EPOCH);
    return known;
  }
}
