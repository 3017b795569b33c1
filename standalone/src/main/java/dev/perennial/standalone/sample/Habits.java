package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What some subscribers mean to spend and when, of what they want an overview, and at which hours
 * they want to hear nothing. Whatever the sample's instant, none of it begins or ends while the
 * sample is being looked at.
 */
final class Habits {

  private static final Duration SAID_BEFORE = Duration.ofDays(20);
  private static final Duration CHANGED_BEFORE = Duration.ofDays(10);

  /** A little of any currency. */
  private static final String LITTLE = "1";

  private static final LocalTime TWO_HOURS_OF_A_DAY = LocalTime.of(2, 10);
  private static final int LAST_START = 28;

  private final Person person;
  private final Feed feed;
  private final Instant at;
  private final LocalDate today;
  private final LocalTime now;

  private Habits(Person person, Feed feed, Instant at) {
    this.person = person;
    this.feed = feed;
    this.at = at;
    this.today = person.today(at);
    this.now = at.atZone(person.zoneNow()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }

  static void tell(Person person, Feed feed, Random random, Instant at) {
    Habits habits = new Habits(person, feed, at);
    habits.sleep();
    habits.save(random);
    habits.look(random);
  }

  /** Leilani is asleep; Natalia's alert time lies in her quiet hours, which come later. */
  private void sleep() {
    switch (person.name()) {
      case "leilani" -> say("quietHours", quiet(-1, 5));
      case "natalia" -> say("quietHours", quiet(3, 9), "alertTime", now.plusHours(5));
      case "octavia", "amrita", "italo" -> say("quietHours", quiet(4, 11));
      default -> {}
    }
  }

  private JsonText quiet(int from, int to) {
    return JsonText.object("from", now.plusHours(from), "to", now.plusHours(to));
  }

  private void save(Random random) {
    switch (person.name()) {
      case "arundhati" -> {
        BigDecimal price = garden(random);
        say(
            "periodStartsOn",
            month(-10),
            "budgets",
            List.of(ofGarden(price.subtract(price.ulp()))));
      }
      case "rabindranath" ->
          say("periodStartsOn", month(-10), "budgets", List.of(ofGarden(garden(random))));
      case "clarice" -> {
        BigDecimal less = garden(random).subtract(BigDecimal.ONE);
        say("periodStartsOn", weeks(4, 16), "budgets", List.of(ofAll(LITTLE), ofGarden(less)));
      }
      case "fatima" -> {
        BigDecimal price = garden(random);
        JsonText abroad = JsonText.object("amount", Feed.amount("0.01", "EUR"));
        say("budgets", List.of(ofGarden(price.subtract(price.ulp())), abroad));
        say("periodStartsOn", weeks(3, -12));
      }
      case "olga" -> {
        garden(random);
        say("periodStartsOn", weeks(2, -3), "budgets", List.of(ofAll(LITTLE)));
      }
      case "pema" -> {
        say("budgets", List.of(ofAll(LITTLE)));
        say(CHANGED_BEFORE, "budgets", List.of());
      }
      case "keanu" -> saveAtHome(random);
      default -> {}
    }
  }

  /** Who leaves it to the tenant in which currency to think saves in that, too. */
  private void saveAtHome(Random random) {
    garden(random);
    JsonText atHome = JsonText.object("amount", Feed.amount(LITTLE, ReferenceData.CURRENCY));
    say("budgets", List.of(ofGarden(BigDecimal.ONE), atHome));
  }

  /** Paid once in the period that holds today, four days ago; returns how much. */
  private BigDecimal garden(Random random) {
    Agreement a = new Agreement(person, Product.GARDEN, random, at, feed);
    a.chargeOn(today.minusDays(4));
    a.start();
    a.chargeDays().forEach(a::pay);
    return a.price;
  }

  private JsonText ofGarden(BigDecimal value) {
    return JsonText.object(
        "category",
        Product.GARDEN.category(),
        "amount",
        Feed.amount(value.toPlainString(), person.currency()));
  }

  private JsonText ofAll(String value) {
    return JsonText.object("amount", Feed.amount(value, person.currency()));
  }

  /** A day of the month that lies so many days ahead, or the last that may be one before it. */
  private JsonText month(int days) {
    return JsonText.object(
        "dayOfMonth", Math.min(LAST_START, today.plusDays(days).getDayOfMonth()));
  }

  private JsonText weeks(int weeks, int days) {
    return JsonText.object("weeks", weeks, "from", today.plusDays(days));
  }

  /** Overviews of weeks and periods that are about to begin, or have begun today. */
  private void look(Random random) {
    switch (person.name()) {
      case "jorge" -> digest(month(9), List.of(6, 3, 1, 0), List.of(14, 10));
      case "machado" -> digest(null, List.of(0, 1, 2, 3, 4, 5, 6), List.of());
      case "yusuf" -> digest(month(4), List.of(6), List.of(7));
      case "layla" -> digest(weeks(1, 0), List.of(6, 1), List.of(0));
      case "adam" -> {
        paper(random);
        digest(weeks(4, 2), List.of(6, 2, 1), List.of(28, 3));
      }
      case "wislawa" -> digest(null, List.of(6, 4, 1), List.of(28));
      case "tenzing" -> digest(null, List.of(6, 5, 4, 3, 2, 1), List.of(1, 0));
      default -> {}
    }
  }

  private void digest(@Nullable JsonText periods, List<Integer> weekly, List<Integer> monthly) {
    say(
        "periodStartsOn",
        periods,
        "alertTime",
        now.isBefore(TWO_HOURS_OF_A_DAY) ? null : now.minusHours(2),
        "leads",
        JsonText.object("digest.weekly", weekly, "digest.monthly", monthly));
  }

  /** Due so often that not all of it is listed; nobody reports what was paid, or is reminded. */
  private void paper(Random random) {
    Agreement a = new Agreement(person, Product.PAPER, random, at, feed);
    a.started = today.minusDays(40);
    a.terms = new Terms(2, "DAY", a.started, "CLAMP");
    a.reminders = JsonText.object("leads", List.of());
    a.start();
  }

  private void say(@Nullable Object... data) {
    say(SAID_BEFORE, data);
  }

  private void say(Duration before, @Nullable Object... data) {
    feed.add(
        new Feed.Draft(
            at.minus(before),
            Feed.PREFERENCES,
            "subscriber.updated",
            person.id(),
            person.id(),
            JsonText.object(data)));
  }
}
