package dev.perennial.operations.rates;

import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.exchange.ExchangeRates;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A day's rates as the event that publishes them. It depends on the day alone, so that importing a
 * day again changes nothing.
 */
final class RatesEvent {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SOURCE = "https://www.ecb.europa.eu/stats/eurofxref";
  private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");

  /** The bank publishes around then. */
  private static final LocalTime PUBLISHED = LocalTime.of(16, 0);

  private RatesEvent() {}

  static Instant timeOf(ExchangeRates day) {
    return day.date().atTime(PUBLISHED).atZone(FRANKFURT).toInstant();
  }

  static ObjectNode of(ExchangeRates day) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", "ecb-" + day.date());
    event.put("source", SOURCE);
    event.put("type", EventType.EXCHANGE_RATES_PUBLISHED.wireName());
    event.put("time", timeOf(day).toString());
    event.put("subject", day.base().getCurrencyCode());
    event.set("data", JSON.readTree(EventCodec.encodeData(new ExchangeRatesPublished(day))));
    return event;
  }
}
