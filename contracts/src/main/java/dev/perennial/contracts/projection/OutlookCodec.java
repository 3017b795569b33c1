package dev.perennial.contracts.projection;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.forecast.Dated;
import dev.perennial.domain.forecast.Outlook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.jspecify.annotations.Nullable;

/** All that was, is and will be agreed, as a subscription's document carries it. */
public final class OutlookCodec {

  private static final String AGREED = "agreed";

  private OutlookCodec() {}

  /** What the document does not say anyway; lists that are empty are left out. */
  static void write(DocumentBuilder document, Outlook outlook) {
    BsonDocument agreed = new DocumentBuilder().day("from", outlook.from()).build();
    put(agreed, "schedules", outlook.schedules(), OutlookCodec::schedule);
    put(
        agreed,
        "shares",
        outlook.shares(),
        each ->
            new DocumentBuilder()
                .day("from", each.from())
                .number("part", each.value().part())
                .number("of", each.value().of()));
    put(
        agreed,
        "estimates",
        outlook.estimates(),
        each -> new DocumentBuilder().day("from", each.from()).amount("amount", each.value()));
    put(
        agreed,
        "pauses",
        outlook.pauses(),
        pause -> new DocumentBuilder().day("from", pause.from()).day("until", pause.until()));
    put(agreed, "announced", outlook.announced(), OutlookCodec::announced);
    document.document(AGREED, agreed);
  }

  private static <T> void put(
      BsonDocument agreed, String field, List<T> items, Function<T, DocumentBuilder> writer) {
    if (!items.isEmpty()) {
      agreed.put(
          field, new BsonArray(items.stream().map(item -> writer.apply(item).build()).toList()));
    }
  }

  private static DocumentBuilder schedule(Dated<Billing> schedule) {
    Billing billing = schedule.value();
    return new DocumentBuilder()
        .day("from", schedule.from())
        .number("every", billing.period().every())
        .text("unit", billing.period().unit().name())
        .day("anchor", billing.anchor())
        .text("monthEnd", billing.monthEnd().name());
  }

  private static DocumentBuilder announced(Outlook.Announced announced) {
    return new DocumentBuilder()
        .day("scheduledOn", announced.scheduledOn())
        .day("dueOn", announced.charge().dueOn())
        .amount("amount", announced.charge().amount());
  }

  /**
   * The outlook of a stored subscription.
   *
   * @throws UnreadableOutlookException if it is not what {@link SubscriptionDocument} writes
   */
  public static Outlook read(BsonDocument subscription) {
    try {
      return outlook(subscription);
    } catch (BsonInvalidOperationException | IllegalArgumentException | ArithmeticException e) {
      throw new UnreadableOutlookException(e);
    }
  }

  private static Outlook outlook(BsonDocument document) {
    BsonDocument agreed = document.getDocument(AGREED);
    return new Outlook(
        day(agreed, "from"),
        dated(agreed, "schedules", OutlookCodec::billing),
        dated(document, "priceHistory", OutlookCodec::price),
        dated(agreed, "estimates", entry -> money(entry.getDocument("amount"))),
        dated(agreed, "shares", OutlookCodec::share),
        list(
            agreed,
            "pauses",
            entry -> new Outlook.Pause(day(entry, "from"), orNull(entry, "until"))),
        list(agreed, "announced", OutlookCodec::announced),
        orNull(document, "trialEnds"),
        orNull(document, "endsOn"));
  }

  private static <T> List<Dated<T>> dated(
      BsonDocument document, String field, Function<BsonDocument, T> reader) {
    BiFunction<LocalDate, T, Dated<T>> from = Dated::new;
    return list(document, field, entry -> from.apply(day(entry, "from"), reader.apply(entry)));
  }

  private static <T> List<T> list(
      BsonDocument document, String field, Function<BsonDocument, T> reader) {
    return document.getArray(field, new BsonArray()).stream()
        .map(entry -> reader.apply(entry.asDocument()))
        .toList();
  }

  private static Billing billing(BsonDocument document) {
    return new Billing(
        new BillingPeriod(
            document.getNumber("every").intValue(),
            PeriodUnit.valueOf(document.getString("unit").getValue())),
        day(document, "anchor"),
        MonthEnd.valueOf(document.getString("monthEnd").getValue()));
  }

  private static Price price(BsonDocument document) {
    return new Price(
        Price.Kind.valueOf(document.getString("kind").getValue()),
        money(document.getDocument("amount")));
  }

  private static Share share(BsonDocument document) {
    return new Share(document.getNumber("part").intValue(), document.getNumber("of").intValue());
  }

  private static Outlook.Announced announced(BsonDocument document) {
    return new Outlook.Announced(
        day(document, "scheduledOn"),
        new AnnouncedCharge(day(document, "dueOn"), money(document.getDocument("amount"))));
  }

  private static Money money(BsonDocument document) {
    return new Money(
        document.getDecimal128("value").getValue().bigDecimalValue(),
        Currency.getInstance(document.getString("currency").getValue()));
  }

  private static @Nullable LocalDate orNull(BsonDocument document, String field) {
    return document.containsKey(field) ? day(document, field) : null;
  }

  static LocalDate day(BsonDocument document, String field) {
    return LocalDate.ofInstant(
        Instant.ofEpochMilli(document.getDateTime(field).getValue()), ZoneOffset.UTC);
  }
}
