package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.SUBSCRIPTION_ENDED;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.price;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Alerts about a subscription that has ended: here on 15 March. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleEndedTest {

  private final Told told = new Told().start(",\"endsOn\":\"2025-03-15\"");

  private List<String> ends() {
    return told.alerts(SUBSCRIPTION_ENDED);
  }

  @Test
  void isToldAtTheAlertTimeOfTheDay() {
    told.tick("2025-03-10T00:00:00Z", "2025-03-15T08:59:59Z");
    assertThat(ends()).isEmpty();
    told.tick("2025-03-15T09:00:00Z", "2025-03-20T00:00:00Z");
    assertThat(ends()).containsExactly("2025-03-15 lead 0 in 0");
    assertThat(told.alert(SUBSCRIPTION_ENDED))
        .containsEntry("amount", written("20.00"))
        .containsEntry("fireAt", "2025-03-15T09:00:00Z");
  }

  @Test
  void catchesUpWithinAWeek() {
    told.tick("2025-03-21T23:00:00Z", "2025-03-21T23:59:59Z");
    assertThat(ends()).containsExactly("2025-03-15 lead 0 in 0");
    told.on("2025-03-22");
    assertThat(ends()).isEmpty();
  }

  @Test
  void tellsThePriceOfTheDayBefore() {
    told.change("2025-03-01", price("FIXED", "30") + ",\"effectiveOn\":\"2025-03-15\"");
    told.on("2025-03-15");
    assertThat(told.alert(SUBSCRIPTION_ENDED)).containsEntry("amount", written("20.00"));
    told.change("2025-03-02", price("VARIABLE", "40") + ",\"effectiveOn\":\"2025-03-14\"");
    told.pay(noon("2025-02-28"), "p1", "44");
    assertThat(told.alert(SUBSCRIPTION_ENDED)).containsEntry("amount", written("44.00"));
  }

  @Test
  void isToldHoweverItEnds() {
    told.cancelAtPeriodEnd("2025-02-10").on("2025-02-28");
    assertThat(ends()).containsExactly("2025-02-28 lead 0 in 0");
    Told limited = new Told().start(",\"occurrences\":2").on("2025-04-01");
    assertThat(limited.alerts(SUBSCRIPTION_ENDED)).containsExactly("2025-03-31 lead 0 in 0");
    assertThat(new Told().start().on("2025-04-01").alerts(SUBSCRIPTION_ENDED)).isEmpty();
  }

  @Test
  void goesByTheEndThatIsKnownOnTheDay() {
    told.change("2025-03-01", "\"endsOn\":\"2025-06-30\",\"effectiveOn\":\"2025-03-15\"");
    told.tick("2025-03-10T00:00:00Z", "2025-04-01T00:00:00Z");
    assertThat(ends()).isEmpty();
  }
}
