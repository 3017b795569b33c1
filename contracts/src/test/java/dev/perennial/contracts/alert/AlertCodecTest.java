package dev.perennial.contracts.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Budget;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.Digest;
import dev.perennial.domain.period.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertCodecTest {

  private static final SubscriberKey ALICE = new SubscriberKey("acme", "alice");

  @Test
  void aRaisedAlertComesBackAsItWas() {
    AlertRaised alert = alert("Netflix Inc.", Locale.forLanguageTag("de-AT"), List.of("dest-1"));

    assertThat(roundTrip(alert)).isEqualTo(alert);
  }

  @Test
  void absentFieldsStayAbsent() {
    AlertRaised alert = alert(null, null, null);

    assertThat(roundTrip(alert)).isEqualTo(alert);
    assertThat(new String(AlertCodec.encode(alert), UTF_8))
        .doesNotContain(
            "vendor",
            "previousAmount",
            "renewalOn",
            "paymentId",
            "expectedAmount",
            "duplicateOf",
            "locale",
            "routing",
            "null");
  }

  @Test
  void noDestinationAtAllDiffersFromAllDestinations() {
    AlertRaised alert = alert(null, null, List.of());

    assertThat(roundTrip(alert)).isEqualTo(alert);
  }

  @Test
  void amountsTravelAsDecimalStrings() {
    assertThat(new String(AlertCodec.encode(alert(null, null, null)), UTF_8))
        .contains("\"amount\":{\"value\":\"12.90\",\"currency\":\"EUR\"}");
  }

  @Test
  void aVoidedAlertComesBackUnderAnIdOfItsOwn() {
    var voided = new AlertVoided("a1", ALICE, Instant.parse("2026-11-23T00:00:00Z"));

    assertThat(roundTrip(voided)).isEqualTo(voided);
    assertThat(AlertCodec.headers(voided).lastHeader("ce_id").value())
        .isEqualTo("a1:voided".getBytes(UTF_8));
  }

  @Test
  void anErasureComesBackUnderAnIdOfItsOwn() {
    var erased = new SubscriberErased(ALICE, Instant.parse("2026-11-23T00:00:00Z"));
    var later = new SubscriberErased(ALICE, Instant.parse("2026-11-24T00:00:00Z"));

    assertThat(roundTrip(erased)).isEqualTo(erased);
    assertThat(new String(AlertCodec.encode(erased), UTF_8))
        .isEqualTo(
            "{\"tenantId\":\"acme\",\"subscriberId\":\"alice\","
                + "\"erasedAt\":\"2026-11-23T00:00:00Z\"}");
    assertThat(AlertCodec.headers(erased).lastHeader("ce_type").value())
        .isEqualTo("subscriber.erased".getBytes(UTF_8));
    assertThat(AlertCodec.headers(erased).lastHeader("ce_id").value())
        .isEqualTo("acme|alice|2026-11-23T00:00:00Z".getBytes(UTF_8))
        .isNotEqualTo(AlertCodec.headers(later).lastHeader("ce_id").value());
  }

  /** The topic keeps what was written before a release for 30 days. */
  @Test
  void shouldReadARecordOfBeforeThereWereExpectedAmounts() {
    var headers = new RecordHeaders().add("ce_type", "alert.raised".getBytes(UTF_8));
    var written =
        """
        {"id":"a1","type":"payment.failed","tenantId":"acme","subscriberId":"alice",
         "subscriptionId":"netflix","subscriptionName":"Netflix","category":"streaming",
         "dueOn":"2026-11-30","lead":0,"daysLeft":0,"amount":{"value":"12.90","currency":"EUR"},
         "paymentId":"p1","collection":"AUTO","revision":0,"fireAt":"2026-11-30T08:00:00Z",
         "raisedAt":"2026-11-30T08:00:03Z","zone":"Europe/Vienna"}
        """;

    assertThat(AlertCodec.decode(headers, written.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            AlertRaised.class,
            alert -> {
              var content = (AlertContent.OfSubscription) alert.content();
              assertThat(content.paymentId()).isEqualTo("p1");
              assertThat(content.expectedAmount()).isNull();
              assertThat(content.duplicateOf()).isNull();
            });
  }

  @Test
  void shouldSayOfABudgetWhatItIsAboutAndNothingOfASubscription() {
    var period = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"));
    var budget = new Budget("music", Money.of("20.00", "EUR"));
    AlertRaised alert =
        about(
            "budget.exceeded", new AlertContent.OfBudget(Money.of("21.5", "EUR"), budget, period));
    var ofAll = new Budget(null, Money.of("20.00", "EUR"));
    AlertRaised other =
        about("budget.recovered", new AlertContent.OfBudget(Money.of("19", "EUR"), ofAll, period));

    assertThat(roundTrip(alert)).isEqualTo(alert);
    assertThat(roundTrip(other)).isEqualTo(other);
    assertThat(new String(AlertCodec.encode(alert), UTF_8))
        .isEqualTo(
            """
            {"id":"a1","type":"budget.exceeded","tenantId":"acme","subscriberId":"alice",\
            "amount":{"value":"21.50","currency":"EUR"},\
            "budget":{"category":"music","amount":{"value":"20.00","currency":"EUR"}},\
            "period":{"from":"2026-11-01","until":"2026-12-01"},\
            "dueOn":"2026-11-01","lead":0,"daysLeft":0,"revision":0,\
            "fireAt":"2026-11-23T08:00:00Z","raisedAt":"2026-11-23T08:00:03Z",\
            "zone":"Europe/Vienna"}""");
    assertThat(new String(AlertCodec.encode(other), UTF_8)).doesNotContain("category");
  }

  @Test
  void shouldListInADigestWhatIsDueAndAddWhatWasSpent() {
    var period = new Period(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-09"));
    var day = LocalDate.parse("2026-11-05");
    var charges =
        List.of(
            new Digest.Charge("netflix", "Netflix", day, Money.of("12.90", "EUR"), false),
            new Digest.Charge("power", "Power", day, Money.of("80", "EUR"), true));
    var due = List.of(Money.of("92.90", "EUR"));
    var spent = List.of(Money.of("5", "EUR"), Money.of("700", "JPY"));
    AlertRaised alert =
        about(
            "digest.weekly", new AlertContent.OfDigest(new Digest(period, charges, 2, due, spent)));
    AlertRaised bare =
        about(
            "digest.monthly",
            new AlertContent.OfDigest(new Digest(period, List.of(), 0, List.of(), spent)));

    assertThat(roundTrip(alert)).isEqualTo(alert);
    assertThat(roundTrip(bare)).isEqualTo(bare);
    assertThat(new String(AlertCodec.encode(alert), UTF_8))
        .startsWith(
            """
            {"id":"a1","type":"digest.weekly","tenantId":"acme","subscriberId":"alice",\
            "charges":[{"subscriptionId":"netflix","name":"Netflix","dueOn":"2026-11-05",\
            "amount":{"value":"12.90","currency":"EUR"}},\
            {"subscriptionId":"power","name":"Power","dueOn":"2026-11-05",\
            "amount":{"value":"80.00","currency":"EUR"},"estimated":true}],"chargesInAll":2,\
            "due":[{"value":"92.90","currency":"EUR"}],\
            "spent":[{"value":"5.00","currency":"EUR"},{"value":"700","currency":"JPY"}],\
            "period":{"from":"2026-11-02","until":"2026-11-09"},\
            "dueOn":\
            """)
        .doesNotContain("collection", "routing", "locale");
  }

  @Test
  void shouldReadAnAlertOfALaterReleaseThatIsAboutASubscription() {
    AlertRaised alert = about("moon.full", alert(7, 7).content());

    assertThat(roundTrip(alert)).isEqualTo(alert);
  }

  private static AlertRaised about(String type, AlertContent content) {
    return new AlertRaised(
        "a1",
        type,
        ALICE,
        content,
        switch (content) {
          case AlertContent.OfSubscription subscription -> LocalDate.parse("2026-11-30");
          case AlertContent.OfBudget budget -> budget.period().from();
          case AlertContent.OfDigest digest -> digest.digest().period().from();
        },
        0,
        0,
        0,
        Instant.parse("2026-11-23T08:00:00Z"),
        Instant.parse("2026-11-23T08:00:03Z"),
        ZoneId.of("Europe/Vienna"),
        null,
        null);
  }

  @Test
  void shouldCarryANegativeLeadButNoNegativeDays() {
    assertThat(roundTrip(alert(-1, 0))).isEqualTo(alert(-1, 0));
    assertThatThrownBy(() -> alert(-1, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unreadableRecordsAreNamedWithoutTheirContent() {
    var raised = new RecordHeaders().add("ce_type", "alert.raised".getBytes(UTF_8));

    assertThatThrownBy(() -> AlertCodec.decode(new RecordHeaders(), "{}".getBytes(UTF_8)))
        .isInstanceOf(UnreadableAlertException.class);
    assertThatThrownBy(() -> AlertCodec.decode(raised, null))
        .isInstanceOf(UnreadableAlertException.class);
    assertThatThrownBy(() -> AlertCodec.decode(raised, "secret".getBytes(UTF_8)))
        .isInstanceOf(UnreadableAlertException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> AlertCodec.decode(raised, "{\"id\":7}".getBytes(UTF_8)))
        .isInstanceOf(UnreadableAlertException.class);
  }

  private static AlertMessage roundTrip(AlertMessage message) {
    return AlertCodec.decode(AlertCodec.headers(message), AlertCodec.encode(message));
  }

  private static AlertRaised alert(
      @Nullable String vendor, @Nullable Locale locale, @Nullable List<String> routing) {
    return alert(vendor, locale, routing, 7, 7);
  }

  private static AlertRaised alert(int lead, int daysLeft) {
    return alert(null, null, null, lead, daysLeft);
  }

  private static AlertRaised alert(
      @Nullable String vendor,
      @Nullable Locale locale,
      @Nullable List<String> routing,
      int lead,
      int daysLeft) {
    return new AlertRaised(
        "a1",
        "renewal.upcoming",
        ALICE,
        new AlertContent.OfSubscription(
            "netflix",
            "Netflix",
            vendor,
            "streaming",
            Money.of("12.90", "EUR"),
            vendor == null ? null : Money.of("11.90", "EUR"),
            vendor == null ? null : LocalDate.parse("2026-12-31"),
            vendor == null ? null : "p1",
            vendor == null ? null : Money.of("12.00", "EUR"),
            vendor == null ? null : "p0",
            CollectionMode.AUTO,
            null),
        LocalDate.parse("2026-11-30"),
        lead,
        daysLeft,
        0,
        Instant.parse("2026-11-23T08:00:00Z"),
        Instant.parse("2026-11-23T08:00:03Z"),
        ZoneId.of("Europe/Vienna"),
        locale,
        routing);
  }
}
