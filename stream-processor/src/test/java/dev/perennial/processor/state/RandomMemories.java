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
import dev.perennial.domain.alert.OwnAlerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.ExchangeRatesPublished;
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
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.period.PeriodRule;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Memories of every shape, also of some that no pipeline would come to. */
final class RandomMemories extends RandomValues {

  static final String SUBSCRIPTION = "acme|al%7Cice|netflix";
  static final String SUBSCRIBER = "acme|al%7Cice";
  static final String TENANT = "acme";
  static final String RATES = "2026-11-27|EUR";

  private final FactDigests digests = FactDigests.of("netflix", "al|ice");

  RandomMemories(long seed) {
    super(seed);
  }

  SubscriptionMemory subscription() {
    StoredFacts facts = facts(this::subscriptionData);
    return new SubscriptionMemory(
        facts, told(facts), additions(), raised(), sometimes(this::instant));
  }

  SubscriberMemory subscriber() {
    return new SubscriberMemory(
        facts(this::subscriberData), random.nextInt(2_001), ownAlerts(), sometimes(this::instant));
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
    return MonthlyTotal.empty().plus(list(this::contribution));
  }

  RateMemory rates() {
    RateMemory memory = RateMemory.of(text(), stored(rateData()));
    return sometimes(() -> text()) == null
        ? memory
        : memory.withSuperseded(stored(rateData()).fact());
  }

  StoredFacts tenant() {
    return facts(this::tenantData);
  }

  TenantTotal.Sum sum() {
    return new TenantTotal.Sum(signedAmount(), random.nextInt(-5, 1_000_000));
  }

  private Additions additions() {
    return new Additions(list(this::contribution), list(this::movement));
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

  private EventData tenantData() {
    return new TenantUpdated(
        currency(),
        sometimes(() -> ZoneId.of("Asia/Tokyo")),
        sometimes(() -> Map.of("renewal.upcoming", List.of(14, 3))),
        sometimes(() -> Map.of("payment.failed", List.of("desk"))));
  }

  private EventData rateData() {
    // As the wire has it: without zeros behind the last digit.
    long odd = random.nextLong(1L << 36) * 10 + 1;
    BigDecimal rate = BigDecimal.valueOf(odd, random.nextInt(12));
    return new ExchangeRatesPublished(
        new ExchangeRates(
            Currency.getInstance("EUR"),
            dataDay(),
            Map.of(Currency.getInstance("USD"), rate, Currency.getInstance("JPY"), rate),
            "ECB"));
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

  private OwnAlerts ownAlerts() {
    Map<RaisedAlerts.Slot, OwnAlerts.Raised> slots = new HashMap<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      slots.put(
          new RaisedAlerts.Slot(of(AlertType.values()), day(), random.nextInt(29), of("", text())),
          new OwnAlerts.Raised(
              random.nextInt(3), random.nextBoolean(), hex(16), text(), day(), instant()));
    }
    return new OwnAlerts(slots);
  }

  private Contribution contribution() {
    Money amount = signedAmount();
    return new Contribution(
        day(),
        random.nextBoolean() ? "music" : text(),
        amount,
        converted(amount),
        converted(amount));
  }

  private Converted converted(Money amount) {
    return switch (random.nextInt(4)) {
      case 0 -> new Converted.Unasked();
      case 1 -> new Converted.Missing();
      case 2 -> new Converted.Amount(signedAmount());
      default -> new Converted.Amount(amount);
    };
  }

  private Movement movement() {
    return new Movement(
        day(), of(Movement.Kind.values()), random.nextBoolean() ? "music" : text(), amount());
  }

  private Money signedAmount() {
    BigInteger unscaled = new BigInteger(random.nextInt(1, 120), random);
    Currency currency = currency();
    Money amount = new Money(new BigDecimal(unscaled, Money.scaleOf(currency)), currency);
    return random.nextBoolean() ? amount : amount.negated();
  }
}
