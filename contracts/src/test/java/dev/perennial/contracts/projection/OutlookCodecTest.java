package dev.perennial.contracts.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionStatus;
import dev.perennial.domain.forecast.Dated;
import dev.perennial.domain.forecast.Forecast;
import dev.perennial.domain.forecast.Horizon;
import dev.perennial.domain.forecast.Outlook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A document carries everything that a forecast needs, and gives it back unchanged. */
class OutlookCodecTest {

  private static final int CASES = 20_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private Random random = new Random(0);

  @Test
  void shouldReadBackTheOutlookThatWasWritten() {
    for (long seed = 1; seed <= CASES; seed++) {
      random = new Random(seed);
      Outlook outlook = outlook();

      Outlook read = OutlookCodec.read(wire(outlook));

      assertThat(read).as("seed %d", seed).isEqualTo(outlook);
      Horizon horizon = Horizon.ofMonths(TODAY, Horizon.MAX_MONTHS);
      assertThat(Forecast.of(read, horizon))
          .as("seed %d", seed)
          .isEqualTo(Forecast.of(outlook, horizon));
    }
  }

  @Test
  void shouldLeaveOutWhatWasNeverAgreed() {
    BsonDocument document =
        wire(
            new Outlook(
                day(),
                schedules(),
                prices(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null));

    assertThat(document).doesNotContainKeys("estimate", "share", "trialEnds", "endsOn");
    assertThat(document.getDocument("agreed").keySet()).containsExactly("from", "schedules");
  }

  @Test
  void shouldRefuseWhatIsNotOfTheContract() {
    BsonDocument document = wire(outlook());
    document
        .getDocument("agreed")
        .getArray("schedules")
        .getFirst()
        .asDocument()
        .put("unit", new BsonString("FORTNIGHT"));

    assertThatThrownBy(() -> OutlookCodec.read(document))
        .isInstanceOf(UnreadableOutlookException.class);
    assertThatThrownBy(() -> OutlookCodec.read(new BsonDocument()))
        .isInstanceOf(UnreadableOutlookException.class);
  }

  /** As a reader of the topic gets it. */
  private static BsonDocument wire(Outlook outlook) {
    SubscriptionDocument document = new SubscriptionDocument(state(outlook), null);
    return DocumentJson.decode(
        DocumentJson.encode(DocumentJson.stamped(document.id(), document.content(), 7, 3)));
  }

  private static SubscriptionState state(Outlook outlook) {
    return new SubscriptionState(
        new SubscriberKey("acme", "alice").subscription("netflix"),
        "Netflix",
        null,
        "streaming",
        null,
        List.of(),
        SubscriptionStatus.ACTIVE,
        new SubscriptionState.Terms(
            outlook.prices().getFirst().value(),
            outlook.schedules().getLast().value(),
            CollectionMode.AUTO,
            null,
            null,
            outlook.prices().stream()
                .map(price -> new SubscriptionState.PriceFrom(price.from(), price.value()))
                .toList(),
            null,
            null),
        ZoneOffset.UTC,
        outlook.trialEnds(),
        outlook.endsOn(),
        null,
        null,
        null,
        null,
        new SubscriptionState.Spending(null, List.of(), null, null),
        null,
        outlook);
  }

  private Outlook outlook() {
    return new Outlook(
        day(),
        schedules(),
        prices(),
        some(() -> new Dated<>(day(), money())),
        some(() -> new Dated<>(day(), share())),
        some(this::pause),
        some(() -> new Outlook.Announced(day(), new AnnouncedCharge(day(), money()))),
        maybe(this::day),
        maybe(this::day));
  }

  private List<Dated<Billing>> schedules() {
    Supplier<Dated<Billing>> schedule = () -> new Dated<>(day(), billing());
    return Stream.concat(Stream.of(schedule.get()), some(schedule).stream()).toList();
  }

  private List<Dated<Price>> prices() {
    Supplier<Dated<Price>> price =
        () -> new Dated<>(day(), new Price(oneOf(Price.Kind.values()), money()));
    return Stream.concat(Stream.of(price.get()), some(price).stream()).toList();
  }

  private Billing billing() {
    return new Billing(
        new BillingPeriod(1 + random.nextInt(40), oneOf(PeriodUnit.values())),
        day(),
        oneOf(MonthEnd.values()));
  }

  private Outlook.Pause pause() {
    LocalDate from = day();
    return new Outlook.Pause(from, maybe(() -> from.plusDays(1 + random.nextInt(90))));
  }

  private Share share() {
    int of = 1 + random.nextInt(Share.MAX_OF);
    return new Share(1 + random.nextInt(of), of);
  }

  private Money money() {
    return random.nextBoolean()
        ? Money.of(Integer.toString(random.nextInt(90_000)), "JPY")
        : Money.of(random.nextInt(9_000) + ".%02d".formatted(random.nextInt(100)), "EUR");
  }

  private LocalDate day() {
    return TODAY.plusDays(random.nextInt(800) - 400);
  }

  private <T> List<T> some(Supplier<T> one) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(index -> one.get()).toList();
  }

  private <T> @Nullable T maybe(Supplier<T> one) {
    return random.nextBoolean() ? one.get() : null;
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
