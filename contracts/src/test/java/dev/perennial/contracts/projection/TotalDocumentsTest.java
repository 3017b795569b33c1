package dev.perennial.contracts.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What the documents of totals say of home and reporting currencies, and of movements. */
class TotalDocumentsTest {

  private static final YearMonth NOVEMBER = YearMonth.parse("2026-11");
  private static final LocalDate DAY = LocalDate.parse("2026-11-05");

  private static final Contribution CONVERTED =
      new Contribution(DAY, "tv", Money.of("10.00", "USD"), euros("8.00"), euros("8.00"));
  private static final Contribution MISSING =
      new Contribution(
          DAY, "news", Money.of("5.00", "USD"), new Converted.Missing(), new Converted.Missing());

  @Test
  void aMonthOfASubscriberSaysWhatItIsAtHome() {
    assertThat(subscriber(List.of(CONVERTED, MISSING)).toJson())
        .isEqualTo(
            BsonDocument.parse(
                    """
                    {"tenantId":"acme","subscriberId":"alice","month":"2026-11",
                     "lines":[
                      {"category":"news","currency":"USD","amount":{"$numberDecimal":"5.00"}},
                      {"category":"tv","currency":"USD","amount":{"$numberDecimal":"10.00"}}],
                     "days":[
                      {"day":5,"category":"news","currency":"USD",
                       "amount":{"$numberDecimal":"5.00"}},
                      {"day":5,"category":"tv","currency":"USD",
                       "amount":{"$numberDecimal":"10.00"}}],
                     "home":[
                      {"day":5,"category":"tv","currency":"EUR",
                       "amount":{"$numberDecimal":"8.00"}}],
                     "unconverted":[
                      {"day":5,"category":"news","currency":"USD",
                       "amount":{"$numberDecimal":"5.00"}}]}""")
                .toJson());
  }

  @Test
  void whereNoHomeIsKnownNothingIsSaidOfIt() {
    assertThat(subscriber(List.of(Contribution.of(DAY, "tv", Money.of("1.00", "EUR")))))
        .doesNotContainKeys("home", "unconverted");
  }

  @Test
  void aMonthOfATenantHasSpendAndMovements() {
    Movement more = moved(Movement.Kind.EXPANSION, "2.00");
    Movement gone = moved(Movement.Kind.CHURN, "9.00");
    TenantTotalDocument document = tenant(List.of(CONVERTED, MISSING), List.of(more, more, gone));

    assertThat(document.id()).isEqualTo("acme|2026-11|3");
    assertThat(document.content().toJson())
        .isEqualTo(
            BsonDocument.parse(
                    """
                    {"tenantId":"acme","month":"2026-11",
                     "lines":[
                      {"category":"news","currency":"USD","amount":{"$numberDecimal":"5.00"}},
                      {"category":"tv","currency":"USD","amount":{"$numberDecimal":"10.00"}}],
                     "reporting":[
                      {"category":"tv","currency":"EUR","amount":{"$numberDecimal":"8.00"}}],
                     "unconverted":[
                      {"category":"news","currency":"USD","amount":{"$numberDecimal":"5.00"}}],
                     "movements":[
                      {"kind":"EXPANSION","category":"tv","currency":"EUR",
                       "amount":{"$numberDecimal":"4.00"},"subscriptions":{"$numberLong":"2"}},
                      {"kind":"CHURN","category":"tv","currency":"EUR",
                       "amount":{"$numberDecimal":"9.00"},"subscriptions":{"$numberLong":"1"}}]}""")
                .toJson());
  }

  @Test
  void listsThatAreEmptyAreLeftOut() {
    BsonDocument document = tenant(List.of(), List.of(moved(Movement.Kind.NEW, "9.00"))).content();

    assertThat(document.getArray("lines")).isEmpty();
    assertThat(document).doesNotContainKeys("reporting", "unconverted");
  }

  @Test
  void aReceiptOfReferenceDataNamesNoSubscriber() {
    ReceiptDocument receipt =
        new ReceiptDocument(
            "acme",
            null,
            new EventId("/ecb", "1"),
            "abc",
            "exchange-rates.published",
            ReceiptDocument.Status.APPLIED,
            null,
            null,
            Instant.EPOCH,
            7,
            0);

    assertThat(receipt.id()).isEqualTo("acme|/ecb|1|abc");
    assertThat(receipt.content()).doesNotContainKey("subscriberId");
  }

  private static Movement moved(Movement.Kind kind, String euros) {
    return new Movement(DAY, kind, "tv", Money.of(euros, "EUR"));
  }

  private static Converted euros(String value) {
    return new Converted.Amount(Money.of(value, "EUR"));
  }

  private static BsonDocument subscriber(List<Contribution> contributions) {
    return new SubscriberTotalDocument(
            new SubscriberKey("acme", "alice"), NOVEMBER, MonthlyTotal.empty().plus(contributions))
        .content();
  }

  private static TenantTotalDocument tenant(
      List<Contribution> contributions, List<Movement> movements) {
    TenantTotal total = TenantTotal.empty();
    for (TenantTotal each : TenantTotal.byMonth(new Additions(contributions, movements)).values()) {
      total = total.plus(each);
    }
    return new TenantTotalDocument("acme", NOVEMBER, 3, total);
  }
}
