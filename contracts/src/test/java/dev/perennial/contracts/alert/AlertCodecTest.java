package dev.perennial.contracts.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
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
