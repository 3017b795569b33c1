package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One subscription of the sample while it is being written: what is agreed and what is paid. */
final class Agreement {

  final Person person;
  final Product product;
  final Random random;
  final Instant at;
  final LocalDate today;

  String id;
  String name;
  String category;
  Terms terms;
  LocalDate started;
  BigDecimal price;
  String currency;

  /** That of the price that is in force later. */
  String laterCurrency;

  @Nullable Integer occurrences;
  @Nullable JsonText notice;
  @Nullable LocalDate trialEnds;
  @Nullable LocalDate endsOn;
  @Nullable String collection;
  @Nullable JsonText reminders;
  @Nullable JsonText share;
  Duration startDelay = Duration.ZERO;

  /** Charges on these days do not happen. */
  private final List<LocalDate[]> free = new ArrayList<>();

  /** What was charged before nobody tells. */
  private LocalDate reportedSince = LocalDate.MIN;

  private @Nullable LocalDate dearerFrom;
  private BigDecimal laterPrice;
  private @Nullable LocalDate variableFrom;
  private final Map<String, BigDecimal> paid = new HashMap<>();
  private final Map<String, String> paidIn = new HashMap<>();
  private final Feed feed;
  private int payments;

  Agreement(Person person, Product product, Random random, Instant at, Feed feed) {
    this.person = person;
    this.product = product;
    this.random = random;
    this.at = at;
    this.feed = feed;
    this.today = person.today(at);
    this.id = product.id();
    this.name = product.name();
    this.category = product.category();
    this.currency = person.currency();
    this.price = product.priceIn(currency);
    this.laterPrice = price;
    this.laterCurrency = currency;
    this.started = today.minusDays(380 + random.nextInt(160));
    this.terms = Terms.monthly(firstCharge());
  }

  /** One of a subscriber who has just come back. */
  Agreement since(LocalDate day) {
    started = day;
    terms = Terms.monthly(day);
    return this;
  }

  /** For the quiet, a day of the month that is well ahead or well past. */
  private LocalDate firstCharge() {
    return person.quiet()
        ? started.withDayOfMonth(1 + today.plusDays(13).getDayOfMonth() % 28)
        : started;
  }

  /** It may be older than what is told of it. */
  void reportedSince(LocalDate day) {
    reportedSince = day;
  }

  void free(LocalDate from, LocalDate until) {
    free.add(new LocalDate[] {from, until});
  }

  BigDecimal dearer() {
    int digits = Math.max(price.scale(), 0);
    return price
        .multiply(new BigDecimal("1.15"))
        .setScale(digits, RoundingMode.HALF_UP)
        .add(BigDecimal.ONE);
  }

  void dearerFrom(LocalDate day, BigDecimal newPrice) {
    dearerFrom = day;
    laterPrice = newPrice;
  }

  BigDecimal priceOn(LocalDate day) {
    return isDearerOn(day) ? laterPrice : price;
  }

  private boolean isDearerOn(LocalDate day) {
    return dearerFrom != null && !day.isBefore(dearerFrom);
  }

  void variableFrom(LocalDate day) {
    variableFrom = day;
  }

  private boolean isVariableOn(LocalDate day) {
    return category.equals("utilities") || variableFrom != null && !day.isBefore(variableFrom);
  }

  /** What the vendor charges on a day: of a variable price, about as much. */
  BigDecimal amountOn(LocalDate day) {
    return isVariableOn(day) ? share(priceOn(day), 75 + random.nextInt(50)) : priceOn(day);
  }

  static BigDecimal share(BigDecimal amount, int percent) {
    return amount
        .multiply(BigDecimal.valueOf(percent, 2))
        .setScale(Math.max(amount.scale(), 0), RoundingMode.HALF_UP);
  }

  JsonText money(BigDecimal value) {
    return Feed.amount(value.toPlainString(), currency);
  }

  /** In the currency that the payment was made in. */
  JsonText money(BigDecimal value, String paymentId) {
    return Feed.amount(value.toPlainString(), paidIn.getOrDefault(paymentId, currency));
  }

  String currencyOn(LocalDate day) {
    return isDearerOn(day) ? laterCurrency : currency;
  }

  JsonText priceJson(BigDecimal value) {
    return priceJson(category.equals("utilities") ? "VARIABLE" : "FIXED", value);
  }

  JsonText priceJson(String kind, BigDecimal value) {
    return JsonText.object("kind", kind, "amount", money(value));
  }

  Instant moment(LocalDate day) {
    LocalTime time = LocalTime.of(5 + random.nextInt(16), random.nextInt(60), random.nextInt(60));
    return day.atTime(time).atZone(person.zoneThen()).toInstant();
  }

  void start() {
    LocalDate day = started.isBefore(reportedSince) ? reportedSince : started;
    feed.add(draft(moment(day), Feed.BILLING, "subscription.started", data()), startDelay);
  }

  /** From its day on everything is counted anew. */
  void startAgain(LocalDate day) {
    terms = Terms.monthly(day);
    feed.add(
        draft(
            day.atStartOfDay(person.zoneThen()).toInstant(),
            Feed.BILLING,
            "subscription.started",
            data()));
  }

  private JsonText data() {
    return JsonText.object(
        "name", name,
        "vendor", product.vendor(),
        "category", category,
        "price", priceJson(price),
        "billing", terms.json(),
        "occurrences", occurrences,
        "notice", notice,
        "trialEnds", trialEnds,
        "endsOn", endsOn,
        "collection", collection,
        "reminders", reminders,
        "share", share,
        "url", random.nextInt(3) == 0 ? product.url() : null,
        "tags", random.nextInt(4) == 0 ? List.of("family", "shared") : null);
  }

  /** A charge a month, one of them on that day, or the day before where that is 29 February. */
  void chargeOn(LocalDate day) {
    started = day.minusMonths(12);
    terms = Terms.monthly(started);
  }

  /** A charge every two weeks, one of them on that day. */
  void chargeFortnightlyOn(LocalDate day) {
    started = day.minusWeeks(52);
    terms = new Terms(2, "WEEK", started, "CLAMP");
  }

  /** Happened on a day, and is told later. */
  void arrives(LocalDate day, Duration late, String type, JsonText data) {
    feed.add(draft(moment(day), Feed.BILLING, type, data), late);
  }

  void repeatedly(Feed.Draft draft) {
    feed.addTwice(draft, Duration.ofDays(1));
  }

  /** What the subscriber answers to an alert. */
  void replies(LocalDate day, String type, String alert, JsonText data) {
    feed.add(new Feed.Draft(moment(day), Feed.PREFERENCES, type, alert, person.id(), data));
  }

  /** Returns the event's id. */
  String happens(LocalDate day, String type, @Nullable Object... data) {
    return feed.add(draft(moment(day), Feed.BILLING, type, JsonText.object(data)));
  }

  Feed.Draft draft(Instant time, String source, String type, JsonText data) {
    return new Feed.Draft(time, source, type, id, person.id(), data);
  }

  /** The days on which the vendor charged. */
  List<LocalDate> chargeDays() {
    return terms.chargesUpTo(today).stream()
        .filter(day -> trialEnds == null || !day.isBefore(trialEnds))
        .filter(day -> free.stream().noneMatch(f -> !day.isBefore(f[0]) && day.isBefore(f[1])))
        .limit(occurrences == null ? Integer.MAX_VALUE : occurrences)
        .filter(day -> !day.isBefore(reportedSince))
        .toList();
  }

  String pay(LocalDate day) {
    return pay(day, "payment.succeeded", nextPaymentId());
  }

  String pay(LocalDate day, String type, String paymentId) {
    return pay(day, type, paymentId, amountOn(day));
  }

  String pay(LocalDate day, String type, String paymentId, BigDecimal value) {
    // A few arrive days late, and the bank does not always know what they were for.
    Duration delay =
        random.nextInt(40) == 0 ? Duration.ofDays(1 + random.nextInt(60)) : Duration.ZERO;
    feed.add(draft(moment(day), Feed.BANK, type, payment(paymentId, day, value)), delay);
    paid.put(paymentId, value);
    paidIn.put(paymentId, currencyOn(day));
    return paymentId;
  }

  /** What was paid under the id last. */
  BigDecimal paid(String paymentId) {
    return Objects.requireNonNull(paid.get(paymentId));
  }

  JsonText payment(String paymentId, LocalDate day, BigDecimal value) {
    return JsonText.object(
        "paymentId",
        paymentId,
        "amount",
        Feed.amount(value.toPlainString(), currencyOn(day)),
        "dueOn",
        random.nextInt(3) == 0 ? null : day);
  }

  void refund(String paymentId, LocalDate day, BigDecimal amount) {
    happens(
        day,
        "payment.refunded",
        "paymentId",
        paymentId,
        "refundId",
        "refund-" + paymentId,
        "amount",
        money(amount, paymentId));
  }

  String nextPaymentId() {
    payments++;
    return product.id() + "-" + payments;
  }

  void amend(Feed.Draft first, Feed.Draft second) {
    feed.addAmended(first, second);
  }
}
