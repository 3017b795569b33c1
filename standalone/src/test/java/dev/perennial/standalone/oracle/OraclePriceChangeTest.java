package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.PRICE_CHANGED;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.price;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Alerts about another price: 30 euros instead of 20 from 1 June, first charged on 30 June. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OraclePriceChangeTest {

  private final Told told = new Told().start();

  private Told dearer() {
    return told.change("2025-03-01", price("FIXED", "30") + ",\"effectiveOn\":\"2025-06-01\"");
  }

  private List<String> changes() {
    return told.alerts(PRICE_CHANGED);
  }

  @Test
  void tellsBothPricesAWeekAhead() {
    dearer().tick("2025-05-25T08:59:59Z", "2025-06-20T00:00:00Z");
    assertThat(changes()).containsExactly("2025-06-01 lead 7 in 7");
    assertThat(told.alert(PRICE_CHANGED))
        .containsEntry("amount", written("30.00"))
        .containsEntry("previousAmount", written("20.00"))
        .containsEntry("fireAt", "2025-05-25T09:00:00Z");
  }

  @Test
  void catchesUpWithinAWeek() {
    dearer().tick("2025-06-07T23:00:00Z", "2025-06-07T23:59:59Z");
    assertThat(changes()).containsExactly("2025-06-01 lead 7 in 0");
    told.on("2025-06-08");
    assertThat(changes()).isEmpty();
  }

  @Test
  void tellsTheNewestMissedOfTheOwnersLeads() {
    dearer().prefer("\"leads\":{\"price.changed\":[14,0]}").on("2025-05-20");
    assertThat(changes()).containsExactly("2025-06-01 lead 14 in 12");
    told.on("2025-06-03");
    assertThat(changes()).containsExactly("2025-06-01 lead 0 in 0");
  }

  @Test
  void isNotToldOfAPriceThatIsNeverCharged() {
    dearer().change("2025-03-02", "\"endsOn\":\"2025-06-30\"").on("2025-05-28");
    assertThat(changes()).isEmpty();
    told.change("2025-03-03", "\"endsOn\":\"2025-07-01\"");
    assertThat(changes()).hasSize(1);
    told.add("subscription.paused", noon("2025-03-04"), "");
    assertThat(changes()).isEmpty();
  }

  @Test
  void isToldOfAPriceThatWasChargedForTheLastTime() {
    told.change("2025-04-28", price("FIXED", "30"))
        .change("2025-04-29", "\"endsOn\":\"2025-05-02\"");
    told.on("2025-05-03");
    assertThat(changes()).containsExactly("2025-04-28 lead 7 in 0");
  }

  @Test
  void asksForTheDayOnWhichTheChargeWasAnnounced() {
    // 31 May is the last due date, and announced for 2 June
    dearer().change("2025-03-02", "\"endsOn\":\"2025-06-15\"").on("2025-05-28");
    assertThat(changes()).isEmpty();
    told.announce("2025-05-20", "2025-06-02", "20");
    assertThat(changes()).hasSize(1);
  }

  @Test
  void tellsOfAnotherKindWithTheAgreedAmounts() {
    told.change("2025-03-01", price("VARIABLE", "20") + ",\"effectiveOn\":\"2025-06-01\"");
    told.pay(noon("2025-03-31"), "p1", "99").on("2025-05-28");
    assertThat(told.alert(PRICE_CHANGED))
        .containsEntry("amount", written("20.00"))
        .containsEntry("previousAmount", written("20.00"));
  }

  @Test
  void isNotToldOfTheSamePriceNorOfTheFirst() {
    told.change("2025-01-21", price("FIXED", "20.00")).on("2025-01-22");
    assertThat(changes()).isEmpty();
  }

  @Test
  void comparesEveryPriceWithTheOneBefore() {
    dearer().change("2025-03-02", price("FIXED", "35") + ",\"effectiveOn\":\"2025-06-03\"");
    told.on("2025-05-28");
    assertThat(changes()).containsExactly("2025-06-01 lead 7 in 4", "2025-06-03 lead 7 in 6");
    told.on("2025-06-08");
    assertThat(told.alert(PRICE_CHANGED)).containsEntry("previousAmount", written("30.00"));
  }
}
