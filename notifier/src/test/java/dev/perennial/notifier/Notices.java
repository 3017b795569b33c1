package dev.perennial.notifier;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.notifier.ledger.Claim;
import dev.perennial.notifier.ledger.Notice;
import dev.perennial.notifier.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
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

  public Notice build() {
    return new Notice(
        alertId,
        type,
        subscriber.subscription("netflix"),
        name,
        "Netflix Inc.",
        "streaming",
        dueOn,
        lead,
        daysLeft,
        amount,
        previousAmount,
        renewalOn,
        paymentId,
        expectedAmount,
        duplicateOf,
        collection,
        locale,
        url,
        Instant.parse("2026-11-23T08:00:00Z"));
  }

  /** A claim of this notice's row for the destination {@code mail}. */
  public Claim claim() {
    var notice = build();
    var words = Wording.in(notice.locale());
    var rowId = notice.alertId() + "|mail";
    return new Claim(rowId, 1, "token", 1, "mail", notice, words.title(notice), words.text(notice));
  }
}
