package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.event;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.price;
import static dev.perennial.standalone.oracle.Told.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OracleWithdrawalTest {

  private static final String RISE = price("FIXED", "30") + ",\"effectiveOn\":\"2025-03-10\"";

  private final Told told = new Told().start();

  @Test
  void forgetsAChangeThatWasWithdrawnBeforeItsFirstDay() {
    told.add(change("rise", "2025-02-01", RISE)).add(withdrawal("2025-03-09", "rise"));
    assertThat(told.subscription()).containsEntry("nextRenewal", renewal("2025-03-31"));
    assertThat(told.receipt("rise")).isEqualTo("SUPERSEDED");
    assertThat(told.receipt("w")).isEqualTo("APPLIED");
  }

  @Test
  void forgetsAChangeThatSortsBehindItsWithdrawal() {
    told.add(change("rise", "2025-02-05", RISE)).add(withdrawal("2025-02-01", "rise"));
    assertThat(told.receipt("rise")).isEqualTo("SUPERSEDED");
    Told undated = new Told().start();
    undated.add(change("rise", "2025-02-05", price("FIXED", "30")));
    undated.add(withdrawal("2025-02-04", "rise"));
    assertThat(undated.receipt("rise")).isEqualTo("SUPERSEDED");
  }

  @Test
  void keepsWhatIsInForceAlready() {
    told.add(change("rise", "2025-02-01", RISE)).add(withdrawal("2025-03-10", "rise"));
    assertThat(told.subscription()).containsEntry("nextRenewal", renewal("2025-03-31", "30.00"));
    assertThat(told.statuses()).containsOnly("APPLIED");
  }

  @Test
  void takesTheDayFromTheZoneInForce() {
    told.add("subscriber.updated", noon("2025-01-01"), "\"zone\":\"Pacific/Auckland\"");
    told.add(change("rise", "2025-02-01", RISE));
    told.add(event("w", "subscription.changed", "2025-03-09T12:00:00Z", "\"withdraws\":\"rise\""));
    assertThat(told.subscription()).containsEntry("nextRenewal", renewal("2025-03-31", "30.00"));
  }

  @Test
  void waitsForAChangeThatItsOwnSourceHasNotMade() {
    told.add(change("rise", "2025-02-01", RISE)).add(withdrawal("2025-02-02", "other"));
    told.add(
        event(
            "x",
            "/elsewhere",
            "subscription.changed",
            noon("2025-02-02"),
            "\"withdraws\":\"rise\""));
    assertThat(told.receipt("w")).isEqualTo("WAITING");
    assertThat(told.receipt("x")).isEqualTo("WAITING");
    assertThat(told.receipt("rise")).isEqualTo("APPLIED");
  }

  @Test
  void withdrawsNothingButChangesOfTheAgreement() {
    told.add(withdrawal("2025-01-01", "e0"));
    told.add(event("v", "subscription.changed", noon("2024-12-31"), "\"withdraws\":\"w\""));
    assertThat(told.subscription()).containsKey("nextRenewal");
    assertThat(told.receipt("w")).isEqualTo("WAITING");
    assertThat(told.receipt("v")).isEqualTo("WAITING");
  }

  @Test
  void withdrawsWhatCountsUnderTheId() {
    told.add(change("rise", "2025-02-01", RISE));
    told.add(change("rise", "2025-02-02", price("FIXED", "30")));
    told.add(withdrawal("2025-02-02", "rise"));
    // the later content is in force on 2 February already
    assertThat(told.subscription()).containsEntry("nextRenewal", renewal("2025-02-28", "30.00"));
    assertThat(told.statuses())
        .containsExactlyInAnyOrder("APPLIED", "SUPERSEDED", "APPLIED", "APPLIED");
  }

  private static String change(String id, String day, String data) {
    return event(id, "subscription.changed", noon(day), data);
  }

  private static String withdrawal(String day, String id) {
    return change("w", day, "\"withdraws\":\"" + id + "\"");
  }
}
