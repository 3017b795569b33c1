package dev.perennial.domain.fold;

import dev.perennial.domain.Facts;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.TenantUpdated;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up what a tenant says and which rates are published in the days of {@link Histories}. */
final class References {

  private static final List<String> CURRENCIES = List.of("EUR", "USD", "CHF", "GBP");
  private static final List<String> ZONES = List.of("Asia/Tokyo", "America/Lima", "Europe/Oslo");

  private final Random random;

  References(Random random) {
    this.random = random;
  }

  /** Up to 120; of a base and date there may be several, and of many there is none. */
  List<ReferenceEvent> next() {
    List<ReferenceEvent> events = new ArrayList<>();
    int count = random.nextInt(121);
    for (int i = 0; i < count; i++) {
      EventData data = random.nextInt(8) == 0 ? tenant() : rates();
      String id = "x" + random.nextInt(count * 2);
      events.add(
          new ReferenceEvent(
              "acme",
              "subject",
              Facts.at(
                  Histories.BEGIN.plus(random.nextInt(480 * 24), ChronoUnit.HOURS),
                  id,
                  data,
                  "digest-" + id + "-" + data.hashCode())));
    }
    return events;
  }

  private EventData tenant() {
    return new TenantUpdated(
        random.nextBoolean() ? Currency.getInstance(oneOf(CURRENCIES)) : null,
        random.nextInt(4) == 0 ? ZoneId.of(oneOf(ZONES)) : null,
        random.nextInt(4) == 0 ? Map.of("renewal.upcoming", List.of(4)) : null,
        null);
  }

  private EventData rates() {
    List<String> others = new ArrayList<>(CURRENCIES);
    String base = others.remove(random.nextInt(3));
    String date = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(490)).toString();
    String rate = (1 + random.nextInt(300)) + "." + (1 + random.nextInt(9_999));
    return random.nextBoolean()
        ? Facts.rates(base, date, Map.of(others.get(0), rate))
        : Facts.rates(base, date, Map.of(others.get(0), rate, others.get(1), "0.9"));
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
