package dev.perennial.notifier;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.Budget;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.Digest;
import dev.perennial.domain.period.Period;
import dev.perennial.notifier.ledger.Claim;
import dev.perennial.notifier.ledger.Notice;
import dev.perennial.notifier.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds notices that show only what a test is about. */
public final class Notices {

  private String alertId = "alert-1";
  private SubscriberKey subscriber = new SubscriberKey("acme", "alice");
  private String type = "renewal.upcoming";
  private String name = "Netflix";
  private LocalDate dueOn = LocalDate.of(2026, 11, 30);
  private int lead = 7;
  private int daysLeft = 7;
  private Money amount = Money.of("12.99", "EUR");
  private @Nullable Money previousAmount;
  private @Nullable LocalDate renewalOn;
  private @Nullable String paymentId;
  private @Nullable Money expectedAmount;
  private @Nullable String duplicateOf;
  private CollectionMode collection = CollectionMode.AUTO;
  private Locale locale = Locale.ENGLISH;
  private @Nullable String url;
  private @Nullable AlertContent content;

  public static Notices notice() {
    return new Notices();
  }

  /** With all that any type may need. */
  public static Notices complete(String type) {
    return notice()
        .type(type)
        .previously("9.99", "EUR")
        .renewingOn("2026-12-28")
        .payment("pay-7")
        .expecting("10.99", "EUR")
        .duplicating("pay-6");
  }

  public Notices alert(String id) {
    alertId = id;
    return this;
  }

  public Notices subscriber(SubscriberKey key) {
    subscriber = key;
    return this;
  }

  public Notices named(String text) {
    name = text;
    return this;
  }

  public Notices type(String wireName) {
    type = wireName;
    return this;
  }

  public Notices on(String day) {
    dueOn = LocalDate.parse(day);
    return this;
  }

  public Notices previously(String value, String currency) {
    previousAmount = Money.of(value, currency);
    return this;
  }

  public Notices renewingOn(String day) {
    renewalOn = LocalDate.parse(day);
    return this;
  }

  public Notices payment(String id) {
    paymentId = id;
    return this;
  }

  public Notices expecting(String value, String currency) {
    expectedAmount = Money.of(value, currency);
    return this;
  }

  public Notices duplicating(String id) {
    duplicateOf = id;
    return this;
  }

  public Notices lead(int days) {
    lead = days;
    return daysLeft(Math.max(0, days));
  }

  public Notices daysLeft(int days) {
    daysLeft = days;
    return this;
  }

  public Notices amount(String value, String currency) {
    amount = Money.of(value, currency);
    return this;
  }

  public Notices collected(CollectionMode mode) {
    collection = mode;
    return this;
  }

  public Notices locale(String tag) {
    locale = Locale.forLanguageTag(tag);
    return this;
  }

  public Notices url(String text) {
    url = text;
    return this;
  }

  /** What it is about instead of a subscription. */
  public Notices about(AlertContent other) {
    content = other;
    return this;
  }

  public static Notices budget(@Nullable String category, String spent, String budget) {
    var period = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));
    var amount = Money.of(budget, "EUR");
    return notice()
        .type("budget.exceeded")
        .on("2026-11-01")
        .lead(0)
        .about(
            new AlertContent.OfBudget(
                Money.of(spent, "EUR"), new Budget(category, amount), period));
  }

  public static Notices digest(
      String type, String from, String until, List<Digest.Charge> charges, int more) {
    var all = charges.stream().map(Digest.Charge::amount).reduce(Money::plus);
    var digest =
        new Digest(
            new Period(LocalDate.parse(from), LocalDate.parse(until)),
            charges,
            charges.size() + more,
            all.stream().toList(),
            List.of(Money.of("23.98", "EUR"), Money.of("700", "JPY")));
    return notice().type(type).on(from).lead(0).about(new AlertContent.OfDigest(digest));
  }

  public static Digest.Charge charge(String name, String dueOn, String value, boolean estimated) {
    return new Digest.Charge(
        name.toLowerCase(Locale.ROOT),
        name,
        LocalDate.parse(dueOn),
        Money.of(value, "EUR"),
        estimated);
  }

  public Notice build() {
    return new Notice(
        alertId,
        type,
        subscriber,
        content == null ? ofSubscription() : content,
        dueOn,
        lead,
        daysLeft,
        locale,
        Instant.parse("2026-11-23T08:00:00Z"));
  }

  private AlertContent ofSubscription() {
    return new AlertContent.OfSubscription(
        "netflix",
        name,
        "Netflix Inc.",
        "streaming",
        amount,
        previousAmount,
        renewalOn,
        paymentId,
        expectedAmount,
        duplicateOf,
        collection,
        url);
  }

  /** A claim of this notice's row for the destination {@code mail}. */
  public Claim claim() {
    var notice = build();
    var words = Wording.in(notice.locale());
    var rowId = notice.alertId() + "|mail";
    return new Claim(rowId, 1, "token", 1, "mail", notice, words.title(notice), words.text(notice));
  }
}
