package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Exchange rates of half a year, made up around what they are: not those of any day. */
final class RateList {

  private static final int DAYS = 182;
  private static final LocalTime PUBLISHED = LocalTime.of(15, 0);
  private static final String BASE = "EUR";

  /** Longer than a rate is good for. */
  private static final int GAP_BEGAN = 97;

  private static final int GAP_ENDED = 84;

  /** What one euro is worth, about. */
  private static final Map<String, String> OF_A_EURO =
      new TreeMap<>(
          Map.of(
              "USD", "1.1604",
              "GBP", "0.8745",
              "CHF", "0.9321",
              "JPY", "180.15",
              "NZD", "2.0283",
              "AUD", "1.7748",
              "INR", "103.6240",
              "BRL", "6.2105",
              "PLN", "4.2385"));

  /** What nobody quotes against the euro. */
  private static final BigDecimal DINARS_OF_A_DOLLAR = new BigDecimal("0.30680");

  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
  private static final int STEP = 30;
  private static final int FARTHEST = 400;

  /** How far each currency is from where it began, in parts of 10,000. */
  private final Map<String, Integer> walked = new TreeMap<>();

  private final Random random;
  private final Instant at;
  private final LocalDate today;
  private final List<String> events = new ArrayList<>();

  RateList(long seed, Instant at) {
    this.random = new Random(~seed);
    this.at = at;
    this.today = at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** What was published up to the sample's instant; of a date that came twice the last first. */
  List<String> events() {
    for (LocalDate date = today.minusDays(DAYS); !date.isAfter(today); date = date.plusDays(1)) {
      walk();
      if (!isWeekend(date) && !isInTheGap(date)) {
        publish(date);
      }
    }
    return events;
  }

  private void walk() {
    for (String currency : OF_A_EURO.keySet()) {
      int step = random.nextInt(2 * STEP + 1) - STEP;
      walked.merge(
          currency, step, (far, more) -> Math.clamp((long) far + more, -FARTHEST, FARTHEST));
    }
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private boolean isInTheGap(LocalDate date) {
    return !date.isBefore(today.minusDays(GAP_BEGAN)) && date.isBefore(today.minusDays(GAP_ENDED));
  }

  private void publish(LocalDate date) {
    Instant time = date.atTime(PUBLISHED).toInstant(ZoneOffset.UTC);
    JsonText rates = ofEuro(date);
    if (date.getDayOfMonth() == 12) {
      walk();
      add("eur-" + date + "-corrected", BASE, date, time.plus(Duration.ofHours(2)), ofEuro(date));
    }
    add("eur-" + date, BASE, date, time, rates);
    if (date.getDayOfMonth() == 20) {
      add("eur-" + date, BASE, date, time, rates);
    }
    if (date.getDayOfMonth() % 14 == 3) {
      // On the day itself, and on one without any other.
      add("usd-" + date, "USD", date, time, ofDollar());
    } else if (date.getDayOfWeek() == DayOfWeek.FRIDAY && date.getDayOfMonth() < 8) {
      LocalDate saturday = date.plusDays(1);
      add("usd-" + saturday, "USD", saturday, time.plus(Duration.ofDays(1)), ofDollar());
    }
  }

  /** The real is quoted on most days only. */
  private JsonText ofEuro(LocalDate date) {
    List<Object> rates = new ArrayList<>();
    OF_A_EURO.forEach(
        (currency, about) -> {
          if (!currency.equals("BRL") || date.getDayOfMonth() % 5 != 0) {
            rates.add(currency);
            rates.add(ofAEuro(currency).toPlainString());
          }
        });
    return JsonText.object(rates.toArray());
  }

  private BigDecimal ofAEuro(String currency) {
    BigDecimal about = new BigDecimal(OF_A_EURO.get(currency));
    return about
        .multiply(WHOLE.add(BigDecimal.valueOf(walked.getOrDefault(currency, 0))))
        .divide(WHOLE, about.scale(), RoundingMode.HALF_EVEN);
  }

  private JsonText ofDollar() {
    BigDecimal dollars = ofAEuro("USD");
    BigDecimal euros = BigDecimal.ONE.divide(dollars, 6, RoundingMode.HALF_EVEN);
    BigDecimal yen = ofAEuro("JPY").divide(dollars, 3, RoundingMode.HALF_EVEN);
    return JsonText.object(
        "EUR", euros.toPlainString(),
        "JPY", yen.toPlainString(),
        "KWD", DINARS_OF_A_DOLLAR.toPlainString());
  }

  private void add(String id, String base, LocalDate date, Instant time, JsonText rates) {
    if (!time.isAfter(at)) {
      JsonText data =
          JsonText.object("base", base, "date", date, "rates", rates, "source", "sample");
      events.add(ReferenceData.event(id, "/rates", "exchange-rates.published", time, base, data));
    }
  }
}
