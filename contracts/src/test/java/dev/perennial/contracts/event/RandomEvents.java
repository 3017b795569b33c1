package dev.perennial.contracts.event;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Budget;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.ReferenceData;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.domain.period.PeriodRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Valid events of every type, from a seed. */
final class RandomEvents {

  private static final String ALPHABET = "abcXYZ019 -_|%/:\"\\<>\u00e9\u4e2d\u05d0\ud83d\ude00";
  private static final String ALERT = "renewal.upcoming";

  private static final EventType[] OF_SUBSCRIBERS =
      Arrays.stream(EventType.values())
          .filter(type -> !type.isReferenceData())
          .toArray(EventType[]::new);

  private final Random random;

  RandomEvents(long seed) {
    this.random = new Random(seed);
  }

  Event next() {
    EventType type = oneOf(OF_SUBSCRIBERS);
    String subscriber = text(128);
    EventData data = data(type);
    String subject =
        switch (data) {
          case AlertAcknowledged acknowledged -> acknowledged.alertId();
          case AlertSnoozed snoozed -> snoozed.alertId();
          case SubscriberData own -> subscriber;
          case SubscriptionData other -> text(128);
          case ReferenceData reference -> throw new IllegalStateException("Has no subscriber");
        };
    EventId id = new EventId("/source/" + random.nextInt(1_000), text(128));
    Arrival arrival = new Arrival(text(128), instant(), oneOf(Mode.values()));
    return new Envelope(type, id, instant(), subject, subscriber).event(arrival, data);
  }

  ReferenceEvent nextReference() {
    Arrival arrival = new Arrival(text(128), instant(), oneOf(Mode.values()));
    EventId id = new EventId("/source/" + random.nextInt(1_000), text(128));
    if (random.nextBoolean()) {
      return new Envelope(EventType.TENANT_UPDATED, id, instant(), arrival.tenantId(), "")
          .reference(arrival, tenantUpdated());
    }
    ExchangeRates rates = rates();
    String base = rates.base().getCurrencyCode();
    return new Envelope(EventType.EXCHANGE_RATES_PUBLISHED, id, instant(), base, "")
        .reference(arrival, new ExchangeRatesPublished(rates));
  }

  private EventData data(EventType type) {
    return switch (type) {
      case SUBSCRIPTION_STARTED -> new SubscriptionStarted(facets(true), maybe(this::date));
      case SUBSCRIPTION_CHANGED -> changed();
      case SUBSCRIPTION_PAUSED -> new SubscriptionPaused(maybe(this::date));
      case SUBSCRIPTION_RESUMED ->
          new SubscriptionResumed(oneOf(SubscriptionResumed.Anchor.values()));
      case SUBSCRIPTION_CANCELLED -> cancelled();
      case SUBSCRIPTION_REACTIVATED -> new SubscriptionReactivated();
      case CHARGE_ANNOUNCED -> new ChargeAnnounced(new AnnouncedCharge(date(), money()));
      case PAYMENT_SUCCEEDED -> new PaymentSucceeded(text(128), money(), maybe(this::date));
      case PAYMENT_FAILED -> new PaymentFailed(text(128), money(), maybe(this::date));
      case PAYMENT_REFUNDED -> new PaymentRefunded(text(128), text(128), money());
      case PAYMENT_CORRECTED -> new PaymentCorrected(text(128), money(), maybe(this::date));
      case PAYMENT_VOIDED -> new PaymentVoided(text(128));
      case SUBSCRIPTION_DELETED -> new SubscriptionDeleted();
      case ALERT_ACKNOWLEDGED -> new AlertAcknowledged(text(64));
      case ALERT_SNOOZED -> new AlertSnoozed(text(64), date());
      case SUBSCRIBER_DELETED -> new SubscriberDeleted();
      case SUBSCRIBER_UPDATED -> updated();
      case TENANT_UPDATED, EXCHANGE_RATES_PUBLISHED ->
          throw new IllegalStateException("Has no subscriber");
    };
  }

  private Facets facets(boolean started) {
    return new Facets(
        text(200),
        maybe(() -> text(200)),
        maybe(() -> text(100)),
        started ? price() : maybe(this::price),
        started ? billing() : maybe(this::billing),
        maybe(this::date),
        started ? oneOf(CollectionMode.values()) : maybe(() -> oneOf(CollectionMode.values())),
        maybe(this::reminders),
        maybe(() -> "https://example.com/" + random.nextInt()),
        maybe(() -> Stream.generate(() -> text(64)).limit(random.nextInt(21)).toList()),
        maybe(() -> 1 + random.nextInt(10_000)),
        maybe(() -> new Notice(1 + random.nextInt(1_000), oneOf(PeriodUnit.values()))),
        maybe(this::share));
  }

  private Reminders reminders() {
    Reminders.Repeat repeat = maybe(this::repeat);
    return new Reminders(repeat == null ? leads() : maybe(this::leads), repeat);
  }

  private Reminders.Repeat repeat() {
    return new Reminders.Repeat(
        1 + random.nextInt(90), 1 + random.nextInt(10), oneOf(Reminders.Until.values()));
  }

  private Share share() {
    int of = 1 + random.nextInt(1_000);
    return new Share(1 + random.nextInt(of), of);
  }

  private EventData changed() {
    return random.nextInt(4) == 0
        ? new ChangeWithdrawn(text(128))
        : new SubscriptionChanged(facets(false), maybe(this::date));
  }

  private SubscriptionCancelled cancelled() {
    LocalDate effectiveOn = maybe(this::date);
    return new SubscriptionCancelled(effectiveOn, effectiveOn == null && random.nextBoolean());
  }

  private SubscriberUpdated updated() {
    return new SubscriberUpdated(
        ZoneId.of(oneOf("Pacific/Auckland", "Europe/Vienna", "America/New_York", "UTC")),
        maybe(() -> Locale.forLanguageTag(oneOf("de-AT", "en-NZ", "ja", "zh-Hant-TW"))),
        maybe(this::currency),
        maybe(this::periods),
        maybe(this::timeOfDay),
        maybe(() -> new QuietHours(LocalTime.of(22, 30), LocalTime.of(random.nextInt(22), 0))),
        maybe(() -> Map.of(ALERT, leads())),
        maybe(() -> Map.of(ALERT, List.of(text(128), text(128)))),
        maybe(() -> List.of(new Budget(null, money()), new Budget(text(100), money()))));
  }

  private TenantUpdated tenantUpdated() {
    return new TenantUpdated(
        currency(),
        maybe(() -> ZoneId.of("Europe/Vienna")),
        maybe(() -> Map.of(ALERT, leads())),
        maybe(() -> Map.of(ALERT, List.of(text(128)))));
  }

  private ExchangeRates rates() {
    Currency base = currency();
    Map<Currency, BigDecimal> rates = new HashMap<>();
    for (String other : List.of("USD", "GBP", "JPY", "KWD")) {
      if (!other.equals(base.getCurrencyCode())) {
        rates.put(Currency.getInstance(other), rate());
      }
    }
    return new ExchangeRates(base, date(), rates, text(200));
  }

  /** Without the zeros at its end, as it is read. */
  private BigDecimal rate() {
    return new BigDecimal(new BigInteger(39, random).add(BigInteger.ONE), random.nextInt(13))
        .stripTrailingZeros();
  }

  private PeriodRule periods() {
    return random.nextBoolean()
        ? new PeriodRule.Monthly(1 + random.nextInt(28))
        : new PeriodRule.Weekly(1 + random.nextInt(52), date());
  }

  private LocalTime timeOfDay() {
    return LocalTime.of(random.nextInt(24), random.nextInt(60));
  }

  private Price price() {
    return new Price(oneOf(Price.Kind.values()), money());
  }

  private Billing billing() {
    BillingPeriod period = new BillingPeriod(1 + random.nextInt(1_000), oneOf(PeriodUnit.values()));
    return new Billing(period, date(), oneOf(MonthEnd.values()));
  }

  private Money money() {
    Currency currency = currency();
    return new Money(new BigDecimal(new BigInteger(40, random), Money.scaleOf(currency)), currency);
  }

  private Currency currency() {
    return Currency.getInstance(oneOf("EUR", "JPY", "KWD", "CLF"));
  }

  private List<Integer> leads() {
    return IntStream.generate(() -> random.nextInt(367))
        .limit(random.nextInt(11))
        .distinct()
        .boxed()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private LocalDate date() {
    return LocalDate.of(1970, 1, 1).plusDays(random.nextInt(84_000));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000));
  }

  private String text(int longest) {
    int[] points = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder("t");
    int length = random.nextInt(longest);
    for (int index = 0; index < length; index++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  @SafeVarargs
  private <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }
}
