package dev.perennial.operations.rates;

import dev.perennial.contracts.event.EventLimits;
import dev.perennial.domain.exchange.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects rates as they are found in a file, and holds them to what can be published. */
final class DaysOfRates {

  private static final Currency BASE = Currency.getInstance("EUR");
  private static final String SOURCE = "ECB";
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  private final Map<LocalDate, Map<Currency, BigDecimal>> days = new TreeMap<>();
  private final TreeMap<String, Integer> leftOut = new TreeMap<>();
  private final LocalDate first;
  private final Set<LocalDate> dates = new HashSet<>();
  private @Nullable Map<Currency, BigDecimal> day;
  private boolean counts;

  /**
   * @param first days before it are checked, and left out
   */
  DaysOfRates(LocalDate first) {
    this.first = first;
  }

  /** From here on rates are of that date. */
  void begin(LocalDate date, int line) {
    if (!dates.add(date)) {
      throw new MalformedRatesException(line, date + " stands there twice");
    }
    day = new HashMap<>();
    counts = !date.isBefore(first);
    if (counts) {
      days.put(date, day);
    }
  }

  void add(String code, String rate, int line) {
    if (day == null) {
      throw new MalformedRatesException(line, "a rate stands before any date");
    }
    if (!CODE.matcher(code).matches()) {
      throw new MalformedRatesException(line, "a currency has three capital letters");
    }
    BigDecimal worth = worth(code, rate, line);
    Optional<Currency> currency = currency(code);
    if (currency.isEmpty()) {
      leftOut.merge(code, counts ? 1 : 0, Integer::sum);
    } else if (currency.get().equals(BASE)) {
      throw new MalformedRatesException(line, "the euro is the base and has no rate of itself");
    } else if (day.put(currency.get(), worth) != null) {
      throw new MalformedRatesException(line, code + " stands there twice");
    }
  }

  private static BigDecimal worth(String code, String rate, int line) {
    if (!EventLimits.RATE.matcher(rate).matches()) {
      throw new MalformedRatesException(line, "the rate of " + code + " is no decimal number");
    }
    BigDecimal worth = new BigDecimal(rate);
    if (worth.signum() == 0) {
      throw new MalformedRatesException(line, "the rate of " + code + " is zero");
    }
    return worth;
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /**
   * @throws MalformedRatesException if there is not one day in it
   */
  RatesFile file() {
    List<ExchangeRates> found =
        days.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> new ExchangeRates(BASE, each.getKey(), each.getValue(), SOURCE))
            .toList();
    leftOut.values().removeIf(onDays -> onDays == 0);
    if (dates.isEmpty()) {
      throw new MalformedRatesException(0, "there are no rates in it");
    }
    return new RatesFile(found, leftOut);
  }
}
