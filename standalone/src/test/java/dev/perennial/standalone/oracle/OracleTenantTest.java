package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.reference;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What a tenant says for those who have not said it themselves. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleTenantTest {

  private static final String TOKYO = "\"zone\":\"Asia/Tokyo\"";

  private final Told told = new Told();

  @Test
  void givesAZoneToThoseWhoSaidNone() {
    told.tenant(TOKYO).start().pay("2025-02-01T20:00:00Z", "p1", "20");
    assertThat(told.subscription()).containsEntry("zone", "Asia/Tokyo");
    assertThat(told.payment("p1")).containsEntry("paidOn", date("2025-02-02"));
    told.prefer("\"zone\":\"Europe/Vienna\"");
    assertThat(told.subscription()).containsEntry("zone", "Europe/Vienna");
    assertThat(told.payment("p1")).containsEntry("paidOn", date("2025-02-01"));
  }

  @Test
  void movesNoOldPaymentWhereTheTenantsZoneMoves() {
    told.start().pay("2025-02-01T20:00:00Z", "p1", "20").pay("2025-04-01T20:00:00Z", "p2", "20");
    told.tenant("2025-02-10T00:00:00Z", TOKYO);
    told.tenant("2025-03-10T00:00:00Z", "\"zone\":\"Europe/Vienna\"");
    // Before the first that is known, that one holds.
    assertThat(told.payment("p1")).containsEntry("paidOn", date("2025-02-02"));
    assertThat(told.payment("p2")).containsEntry("paidOn", date("2025-04-01"));
    assertThat(told.subscription()).containsEntry("zone", "Europe/Vienna");
  }

  @Test
  void givesLeadsTypeByType() {
    told.tenant("\"leads\":{\"renewal.upcoming\":[3],\"cancellation.deadline\":[]}").start();
    told.on("2025-02-26");
    assertThat(told.alerts()).containsExactly("2025-02-28 lead 3 in 2");
    told.prefer("\"leads\":{\"cancellation.deadline\":[5]}");
    assertThat(told.alerts()).containsExactly("2025-02-28 lead 3 in 2");
    told.prefer("\"leads\":{\"renewal.upcoming\":[2]}");
    assertThat(told.alerts()).containsExactly("2025-02-28 lead 2 in 2");
  }

  @Test
  void takesTheLastThatWasSaidOfLeadsAsAWhole() {
    told.tenant("\"leads\":{\"renewal.upcoming\":[3]}").start().on("2025-02-26");
    told.tenant("2025-01-02T00:00:00Z", "\"leads\":{\"price.changed\":[3]}");
    assertThat(told.alerts()).containsExactly("2025-02-28 lead 7 in 2");
  }

  @Test
  void givesRoutesTypeByType() {
    told.tenant("\"routing\":{\"renewal.upcoming\":[\"work\"]}").start();
    told.destination("home").destination("work").on("2025-02-26");
    assertThat(told.expect().collection(Expected.MAILS)).hasSize(1);
    assertThat(told.alert(AlertType.RENEWAL_UPCOMING)).containsEntry("routing", List.of("work"));
    told.prefer("\"routing\":{\"renewal.upcoming\":[\"home\",\"work\"]}");
    assertThat(told.expect().collection(Expected.MAILS)).hasSize(2);
  }

  @Test
  void holdsForASubscriberWhoWasForgotten() {
    told.tenant(TOKYO).prefer("\"zone\":\"Europe/Vienna\"").start();
    told.add("subscriber.deleted", noon("2025-02-10"), "");
    told.add("subscription.started", noon("2025-02-11"), Told.GYM);
    assertThat(told.subscription()).containsEntry("zone", "Asia/Tokyo");
  }

  @Test
  void hasAReceiptWithoutASubscriberFromTheFirstPartition() {
    told.rates("EUR", "2025-02-03", "USD 1.1604");
    Map<String, Map<String, Object>> receipts = told.expect().collection(Expected.RECEIPTS);
    String digest = told.happenings().getFirst().digest();
    Map<String, Object> receipt = new HashMap<>();
    receipt.put("_id", "t|/reference|e0|" + digest);
    receipt.put("version", Long.class);
    receipt.put("partition", 0);
    receipt.put("tenantId", "t");
    receipt.put("source", "/reference");
    receipt.put("eventId", "e0");
    receipt.put("digest", digest);
    receipt.put("type", "exchange-rates.published");
    receipt.put("status", "APPLIED");
    receipt.put("receivedAt", Instant.class);
    receipt.put("offset", Long.class);
    receipt.put("sourcePartition", 0);
    assertThat(receipts).isEqualTo(Map.of("t|/reference|e0|" + digest, receipt));
  }

  @Test
  void letsTheLaterOfTwoContentsOfOneIdCount() {
    told.add(reference("u", "tenant.updated", noon("2025-02-02"), "t", TOKYO));
    told.add(reference("u", "tenant.updated", noon("2025-02-01"), "t", "\"zone\":\"Asia/Seoul\""));
    told.add(reference("v", "tenant.updated", noon("2025-01-01"), "t", "\"currency\":\"EUR\""));
    told.add(reference("v", "tenant.updated", noon("2025-01-01"), "t", "\"currency\":\"EUR\""));
    told.start();
    assertThat(told.subscription()).containsEntry("zone", "Asia/Tokyo");
    assertThat(told.statuses())
        .containsExactlyInAnyOrder("APPLIED", "SUPERSEDED", "APPLIED", "APPLIED");
  }

  @Test
  void ignoresASubscriberThatIsGiven() {
    String event = reference("u", "tenant.updated", noon("2025-02-02"), "t", TOKYO);
    told.add(event).add(event.replace("\"subject\"", "\"subscriberid\":\"alice\",\"subject\""));
    assertThat(told.statuses()).containsExactly("APPLIED");
  }
}
