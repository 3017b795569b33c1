package dev.perennial.contracts.event;

import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.exchange.ExchangeRates;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads exchange rates. */
final class RatesReader {

  static final Set<String> FIELDS = Set.of("base", "date", "rates", "source");

  private RatesReader() {}

  static ExchangeRatesPublished read(Fields data) {
    Currency base = data.required("base", Scalars::currency);
    return new ExchangeRatesPublished(
        new ExchangeRates(
            base,
            data.required("date", Scalars::date),
            data.required("rates", (value, pointer) -> rates(base, value, pointer)),
            data.required("source", Scalars.text(EventLimits.NAME_LENGTH))));
  }

  private static Map<Currency, BigDecimal> rates(Currency base, JsonNode value, String pointer) {
    Fields fields = new Fields(value, pointer);
    if (value.isEmpty()) {
      throw InvalidInput.of(Defect.FIELD_MISSING, pointer, "At least one rate is due.");
    }
    if (value.size() > EventLimits.RATES) {
      throw InvalidInput.of(
          Defect.LIST_TOO_LONG, pointer, "At most " + EventLimits.RATES + " rates are allowed.");
    }
    Map<Currency, BigDecimal> rates = new HashMap<>();
    for (String code : value.propertyNames()) {
      rates.put(other(base, code, pointer), fields.required(code, RatesReader::rate));
    }
    return rates;
  }

  /** What is no currency is not named: a key is input too. */
  private static Currency other(Currency base, String code, String pointer) {
    Currency currency = currency(code, pointer);
    if (currency.equals(base)) {
      throw InvalidInput.of(Defect.FIELD_CONFLICT, pointer, "The base has no rate of itself.");
    }
    return currency;
  }

  private static Currency currency(String code, String pointer) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw InvalidInput.of(Defect.ENUM, pointer, "A currency here is not in ISO 4217.");
    }
  }

  private static BigDecimal rate(JsonNode value, String pointer) {
    String text = Scalars.string(value, pointer);
    if (!EventLimits.RATE.matcher(text).matches()) {
      throw InvalidInput.of(
          Defect.NUMBER_FORMAT, pointer, "A rate is a decimal number such as \"1.1604\".");
    }
    BigDecimal rate = new BigDecimal(text).stripTrailingZeros();
    if (rate.signum() == 0) {
      throw InvalidInput.of(Defect.NUMBER_RANGE, pointer, "A rate is above zero.");
    }
    return rate;
  }
}
