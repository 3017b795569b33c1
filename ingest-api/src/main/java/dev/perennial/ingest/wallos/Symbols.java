package dev.perennial.ingest.wallos;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which currency a symbol stands for, where it can stand for one only. */
final class Symbols {

  /** $, ¥, kr and Fr are missing: each is the symbol of several currencies. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₺", "TRY"),
          Map.entry("₽", "RUB"),
          Map.entry("₴", "UAH"),
          Map.entry("₹", "INR"),
          Map.entry("₩", "KRW"),
          Map.entry("₪", "ILS"),
          Map.entry("₱", "PHP"),
          Map.entry("฿", "THB"),
          Map.entry("₫", "VND"),
          Map.entry("zł", "PLN"),
          Map.entry("Kč", "CZK"),
          Map.entry("Ft", "HUF"),
          Map.entry("lei", "RON"),
          Map.entry("R$", "BRL"),
          Map.entry("HK$", "HKD"),
          Map.entry("NT$", "TWD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("S$", "SGD"),
          Map.entry("Rp", "IDR"),
          Map.entry("RM", "MYR"));

  private Symbols() {}

  /** A symbol of one currency, or an ISO 4217 code as it is. */
  static Optional<String> code(String symbol) {
    String known = CODES.get(symbol);
    return known != null ? Optional.of(known) : Optional.of(symbol).filter(Symbols::isCurrency);
  }

  /** The symbols of one currency. */
  static Set<String> known() {
    return CODES.keySet();
  }

  static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
