package dev.perennial.processor.topology;

import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.ExchangeRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Map;

/** Builds reference data that says only what a test is about. */
final class References {

  private References() {}

  /** Of the date's afternoon: how many dollars a euro is. */
  static ReferenceEvent dollars(String date, String rate) {
    return dollars("ecb-" + date, date + "T15:00:00Z", date, rate);
  }

  static ReferenceEvent dollars(String id, String time, String date, String rate) {
    return event(
        "acme",
        "EUR",
        id,
        time,
        new ExchangeRatesPublished(
            new ExchangeRates(
                Currency.getInstance("EUR"),
                LocalDate.parse(date),
                Map.of(Currency.getInstance("USD"), new BigDecimal(rate)),
                "ECB")));
  }

  static ReferenceEvent tenantIn(String currency, String time) {
    return tenant(
        "tenant-" + currency + time,
        time,
        new TenantUpdated(Currency.getInstance(currency), null, null, null));
  }

  static ReferenceEvent tenantAt(String zone, String time) {
    return tenant(
        "tenant-" + zone + time, time, new TenantUpdated(null, ZoneId.of(zone), null, null));
  }

  static ReferenceEvent tenant(String id, String time, TenantUpdated data) {
    return event("acme", "acme", id, time, data);
  }

  private static ReferenceEvent event(
      String tenant, String subject, String id, String time, EventData data) {
    Instant at = Instant.parse(time);
    String digest = HexFormat.of().toHexDigits(data.hashCode());
    return new ReferenceEvent(
        tenant,
        subject,
        new Fact(new EventId("/test", id), at, digest, at.plusSeconds(1), Mode.LIVE, data));
  }
}
