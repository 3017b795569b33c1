package dev.perennial.ingest.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.domain.event.Mode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StripeMappingTest {

  private static final Instant NOW = Instant.parse("2026-12-05T08:00:10Z");
  private static final Arrival ARRIVAL = new Arrival("acme", NOW, Mode.LIVE);

  private static final Payments.Known PAYMENT =
      new Payments.Known(
          "in_1",
          "sub_1",
          new BigDecimal("12.99"),
          "EUR",
          Instant.parse("2026-12-01T11:00:02.960Z"));

  static List<String> names() {
    return StripePayloads.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldMapAsDocumented(String name) {
    List<ObjectNode> events = events(mapped(StripePayloads.payload(name), PAYMENT));
    assertThat(events)
        .as(() -> events.toString())
        .containsExactlyElementsOf(elements(StripePayloads.expected(name)));
    for (JsonNode event : events) {
      assertThat(EventCodec.decode(event, ARRIVAL)).isInstanceOf(Decoding.Decoded.class);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldMapTheSameWithoutFieldsThatItDoesNotKnow(String name) {
    ObjectNode payload = StripePayloads.payload(name);
    StripePayloads.object(payload).put("of_a_later_version", 1.5e300);
    payload.put("of_a_later_version", "x");
    assertThat(events(mapped(payload, PAYMENT)))
        .containsExactlyElementsOf(elements(StripePayloads.expected(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "invoice-paid, customer, customer-missing",
    "subscription-created, customer, customer-missing",
    "charge-refunded, customer, customer-missing",
    "invoice-paid, parent, subscription-missing",
    "invoice-paid-2020-08-27, subscription, subscription-missing",
    "charge-refunded-2023-10-16, invoice, subscription-missing",
  })
  void shouldIgnoreWhatBelongsToNobody(String name, String field, String reason) {
    ObjectNode payload = StripePayloads.payload(name);
    StripePayloads.object(payload).putNull(field);
    assertThat(reasonOf(mapped(payload, PAYMENT))).isEqualTo(reason);
  }

  @Test
  void anAccountMayBeTheCustomer() {
    ObjectNode payload = StripePayloads.payload("subscription-created");
    StripePayloads.object(payload).putNull("customer").put("customer_account", "acct_2");
    assertThat(events(mapped(payload, PAYMENT)).getFirst().path("subscriberid").stringValue())
        .isEqualTo("acct_2");
  }

  @Test
  void shouldIgnoreWhatMovedNoMoney() {
    ObjectNode payload = StripePayloads.payload("invoice-paid");
    StripePayloads.object(payload).put("amount_paid", 0);
    assertThat(reasonOf(mapped(payload))).isEqualTo("amount-zero");
  }

  @Test
  void shouldIgnoreATypeThatItDoesNotKnow() {
    ObjectNode payload = StripePayloads.payload("invoice-paid").put("type", "invoice.finalized");
    assertThat(reasonOf(mapped(payload))).isEqualTo("type-unknown");
  }

  @Test
  void aRefundShouldWaitForItsPaymentAndThenGiveUp() {
    ObjectNode payload = StripePayloads.payload("charge-refunded");
    assertThat(mapped(payload)).isInstanceOf(Mapped.NotYet.class);
    payload.put("created", NOW.minusSeconds(3_601).getEpochSecond());
    assertThat(reasonOf(mapped(payload))).isEqualTo("payment-unknown");
  }

  @Test
  void aRefundShouldNotGuessWhichOfTwoPaymentsItIsOf() {
    ObjectNode payload = StripePayloads.payload("charge-refunded");
    assertThat(reasonOf(mapped(payload, PAYMENT, PAYMENT))).isEqualTo("payment-ambiguous");
    StripePayloads.object(payload).put("amount", 1300);
    assertThat(mapped(payload, PAYMENT)).isInstanceOf(Mapped.NotYet.class);
  }

  @Test
  void theNameShouldBeOneLineThatFits() {
    ObjectNode payload = StripePayloads.payload("subscription-created");
    StripePayloads.object(payload).put("description", "Films\n" + "x".repeat(300));
    String name = events(mapped(payload)).getFirst().path("data").path("name").stringValue();
    assertThat(name).hasSize(200).startsWith("Films x");
  }

  @Test
  void itemsOfAnotherIntervalShouldMakeThePriceVary() {
    ObjectNode payload = StripePayloads.payload("subscription-updated-two-items");
    ObjectNode second =
        (ObjectNode) StripePayloads.object(payload).path("items").path("data").get(1).path("price");
    ((ObjectNode) second.path("recurring")).put("interval", "year");
    JsonNode data = events(mapped(payload)).getFirst().path("data");
    assertThat(data.path("price").path("kind").stringValue()).isEqualTo("VARIABLE");
    assertThat(data.path("price").path("amount").path("value").stringValue()).isEqualTo("38.97");
    assertThat(data.path("billing").path("unit").stringValue()).isEqualTo("MONTH");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'discounts':['di_1']}",
        "{'discount':{'coupon':{'percent_off':50}}}",
        "{'default_tax_rates':[{'percentage':20.0,'inclusive':false}]}",
        "{'automatic_tax':{'enabled':true}}"
      })
  void whatIsChargedBesideThePriceShouldMakeItVary(String fields) {
    ObjectNode payload = StripePayloads.payload("subscription-created");
    StripePayloads.object(payload).setAll(fields(fields));
    assertThat(kindOf(payload)).isEqualTo("VARIABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'discounts':[],'discount':null}",
        "{'default_tax_rates':[{'percentage':20.0,'inclusive':true}]}",
        "{'automatic_tax':{'enabled':false}}"
      })
  void whatIsInThePriceShouldLeaveItFixed(String fields) {
    ObjectNode payload = StripePayloads.payload("subscription-created");
    StripePayloads.object(payload).setAll(fields(fields));
    assertThat(kindOf(payload)).isEqualTo("FIXED");
  }

  @ParameterizedTest
  @CsvSource({
    "subscription-created, items, event.data.object.items",
    "subscription-created, billing_cycle_anchor, event.data.object.billing_cycle_anchor",
    "invoice-paid, amount_paid, event.data.object.amount_paid",
    "invoice-paid, currency, event.data.object.currency",
    "invoice-paid, id, event.data.object.id",
    "charge-refunded, amount_refunded, event.data.object.amount_refunded",
  })
  void shouldNameWhatIsMissing(String name, String field, String place) {
    ObjectNode payload = StripePayloads.payload(name);
    StripePayloads.object(payload).remove(field);
    assertThatThrownBy(() -> mapped(payload, PAYMENT))
        .isInstanceOfSatisfying(
            Unmappable.class, missing -> assertThat(missing.place()).isEqualTo(place));
  }

  private static ObjectNode fields(String json) {
    return (ObjectNode) StrictJson.parse(json.replace('\'', '"').getBytes(UTF_8));
  }

  private static String kindOf(ObjectNode payload) {
    JsonNode data = events(mapped(payload)).getFirst().path("data");
    return data.path("price").path("kind").stringValue();
  }

  private static Mapped mapped(ObjectNode payload, Payments.Known... known) {
    return new StripeMapping(Clock.fixed(NOW, ZoneOffset.UTC))
        .map(StripeEvent.of(payload), "acct_1", (customer, id, around) -> List.of(known));
  }

  /** Read again, as numbers of one value are equal only in one representation. */
  private static List<ObjectNode> events(Mapped mapped) {
    return ((Mapped.Events) mapped)
        .events().stream()
            .map(event -> (ObjectNode) StrictJson.parse(StripePayloads.bytesOf(event)))
            .toList();
  }

  private static String reasonOf(Mapped mapped) {
    return ((Mapped.Ignored) mapped).reason().code();
  }

  private static List<ObjectNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(ObjectNode.class::cast).toList();
  }
}
