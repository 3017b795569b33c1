package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.euros;
import static dev.perennial.standalone.oracle.Told.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is shared with others. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleShareTest {

  private static final String THIRD = ",\"share\":{\"part\":1,\"of\":3}";

  private final Told told = new Told();

  private static List<Map<String, Object>> spent(String value) {
    return List.of(Map.of("currency", "EUR", "amount", new BigDecimal(value)));
  }

  @Test
  void countsItsPartOfEachPaymentAndEachRefund() {
    told.start(THIRD).pay("2025-02-28T08:00:00Z", "p1", "20").on("2025-03-01");
    assertThat(told.subscription())
        .containsEntry("share", Map.of("part", 1, "of", 3))
        .containsEntry("runRate", euros("6.67"))
        .containsEntry("lifetimeSpend", spent("6.67"));
    assertThat(told.payment("p1")).containsEntry("amount", euros("20.00"));
    told.refund("2025-03-01T08:00:00Z", "p1", "10");
    assertThat(told.subscription()).containsEntry("lifetimeSpend", spent("3.34"));
    told.refund("2025-03-01T09:00:00Z", "p1", "10");
    assertThat(told.subscription()).containsEntry("lifetimeSpend", spent("0.01"));
  }

  @Test
  void countsByTheShareOfThePaymentsDay() {
    told.start().pay("2025-01-31T08:00:00Z", "p1", "20");
    told.change("2025-02-10", THIRD.substring(1)).pay("2025-02-28T08:00:00Z", "p2", "20");
    assertThat(told.on("2025-03-01").subscription()).containsEntry("lifetimeSpend", spent("26.67"));
  }

  @Test
  void estimatesOnlyWhatVaries() {
    assertThat(told.start().on("2025-03-01").subscription()).doesNotContainKey("estimate");
    told.change("2025-02-10", price("VARIABLE", "20")).pay("2025-02-28T08:00:00Z", "p1", "31");
    assertThat(told.subscription()).containsEntry("estimate", euros("31.00"));
  }
}
