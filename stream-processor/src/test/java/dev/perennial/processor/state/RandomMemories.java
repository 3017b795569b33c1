package dev.perennial.processor.state;

import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Budget;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.Share;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionStarted;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.period.PeriodRule;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Memories of every shape, also of some that no pipeline would come to. */
final class RandomMemories {

  static final String SUBSCRIPTION = "acme|al%7Cice|netflix";
  static final String SUBSCRIBER = "acme|al%7Cice";

  private final Random random;
  private final FactDigests digests = FactDigests.of("netflix", "al|ice");

  RandomMemories(long seed) {
    random = new Random(seed);
  }

  SubscriptionMemory subscription() {
    StoredFacts facts = facts(this::subscriptionData);
    return new SubscriptionMemory(
        facts, told(facts), list(this::contribution), raised(), sometimes(this::instant));
  }

  SubscriberMemory subscriber() {
    return new SubscriberMemory(facts(this::subscriberData), random.nextInt(2_001));
  }

  PartitionMemory partition() {
    return new PartitionMemory(
        random.nextLong() >>> random.nextInt(1, 64),
        sometimes(this::instant),
        random.nextInt(4) == 0 ? -1 : random.nextLong() >>> random.nextInt(1, 64),
        sometimes(this::instant),
        instant());
  }

  MonthlyTotal total() {
    MonthlyTotal total = MonthlyTotal.empty();
    for (Contribution contribution : list(this::contribution)) {
      total = total.plus(contribution);
    }
    return total;
  }

  private StoredFacts facts(Supplier<EventData> data) {
    return new StoredFacts(list(() -> stored(data.get())));
  }

  private StoredFact stored(EventData data) {
    Instant time = instant();
    Fact fact =
        new Fact(
            new EventId(text(), text()),
            time,
            digest(time, data),
            instant(),
            of(Mode.values()),
            data);
    StoredFact untold =
        StoredFacts.empty()
            .with(fact, random.nextInt(1_000_000))
            .orElseThrow()
            .entries()
            .getFirst();
    return random.nextBoolean() ? untold : untold.told(of(FactStatus.Outcome.values()));
  }

  private String digest(Instant time, EventData data) {
    return switch (random.nextInt(4)) {
      case 0 -> hex(16);
      case 1 -> text();
      default -> digests.digest(EventType.of(data).wireName(), time, EventCodec.encodeData(data));
    };
  }

  private EventData subscriptionData() {
    return switch (random.nextInt(7)) {
      case 0 ->
          new SubscriptionStarted(facets(text(), price(), billing()), sometimes(this::dataDay));
      case 1 -> new SubscriptionChanged(facets(null, price(), null), sometimes(this::dataDay));
      case 2 -> new SubscriptionCancelled(sometimes(this::dataDay), false);
      case 3 -> new PaymentRefunded(text(), text(), amount());
      case 4 -> new PaymentVoided(text());
      default -> new PaymentSucceeded(text(), amount(), sometimes(this::dataDay));
    };
  }

  private EventData subscriberData() {
    return new SubscriberUpdated(
        ZoneId.of(of("Europe/Berlin", "Asia/Tokyo", "UTC")),
        null,
        sometimes(this::currency),
        sometimes(() -> new PeriodRule.Monthly(15)),
        null,
        sometimes(() -> new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
        sometimes(() -> Map.of("renewal.upcoming", List.of(14, 3))),
        null,
        sometimes(() -> List.of(new Budget("music", Money.of("30.00", "EUR")))));
  }

  private Facets facets(@Nullable String name, Price price, @Nullable Billing billing) {
    return new Facets(
        name,
        sometimes(this::text),
        sometimes(() -> of("streaming", "music")),
        price,
        billing,
        sometimes(this::dataDay),
        name == null ? null : of(CollectionMode.values()),
        null,
        null,
        sometimes(() -> List.of("shared")),
        null,
        null,
        sometimes(() -> new Share(1, 3)));
  }

  private Price price() {
    return new Price(of(Price.Kind.values()), amount());
  }

  private Billing billing() {
    return new Billing(
        new BillingPeriod(random.nextInt(1, 13), of(PeriodUnit.values())),
        dataDay(),
        of(MonthEnd.values()));
  }

  private Map<String, String> told(StoredFacts facts) {
    Map<String, String> told = new HashMap<>();
    Stream<String> payments =
        facts.entries().stream()
            .map(stored -> stored.fact().data())
            .filter(PaymentSucceeded.class::isInstance)
            .map(data -> ((PaymentSucceeded) data).paymentId());
    Stream.concat(Stream.of("", text()), payments)
        .filter(name -> random.nextInt(5) > 0)
        .forEach(name -> told.put(name, hex(8)));
    return told;
  }

  private RaisedAlerts raised() {
    Map<RaisedAlerts.Slot, RaisedAlerts.Raised> slots = new HashMap<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      slots.put(
          new RaisedAlerts.Slot(
              of(AlertType.values()), day(), random.nextInt(-10, 30), of("", text())),
          new RaisedAlerts.Raised(
              random.nextInt(3), random.nextBoolean(), hex(16), text(), sometimes(this::instant)));
    }
    return new RaisedAlerts(slots);
  }

  private Contribution contribution() {
    BigInteger unscaled = new BigInteger(random.nextInt(1, 120), random);
    Currency currency = currency();
    Money amount = new Money(new BigDecimal(unscaled, Money.scaleOf(currency)), currency);
    return new Contribution(day(), text(), random.nextBoolean() ? amount : amount.negated());
  }

  private Money amount() {
    return Money.of(Integer.toString(random.nextInt(1, 100_000)), of("EUR", "USD", "JPY", "KWD"));
  }

  private Currency currency() {
    return Currency.getInstance(of("EUR", "USD", "JPY", "KWD"));
  }

  private LocalDate dataDay() {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(random.nextInt(-1_000_000, 1_000_000));
  }

  private Instant instant() {
    Instant whole =
        Instant.ofEpochSecond(random.nextLong(-1L << 40, 1L << 40) >> random.nextInt(40));
    return switch (random.nextInt(3)) {
      case 0 -> whole;
      case 1 -> whole.plusMillis(random.nextInt(1_000));
      default -> whole.plusNanos(random.nextInt(1_000_000_000));
    };
  }

  private String text() {
    return switch (random.nextInt(5)) {
      case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 1 -> hex(random.nextInt(1, 12));
      case 2 -> "Ünï|%\uD83D\uDE00" + random.nextInt();
      default -> "evt-" + random.nextInt(1_000);
    };
  }

  private String hex(int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return HexFormat.of().formatHex(raw);
  }

  private <T> List<T> list(Supplier<T> entry) {
    int size = random.nextInt(20) == 0 ? random.nextInt(200) : random.nextInt(6);
    List<T> list = new ArrayList<>();
    while (list.size() < size) {
      list.add(entry.get());
    }
    return list;
  }

  private <T> @Nullable T sometimes(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  @SafeVarargs
  private <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
