package dev.perennial.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Events about what nobody has announced: they wait. */
final class Strays {

  private Strays() {}

  static void tell(Feed feed, Instant at) {
    Instant then = at.minus(Duration.ofDays(25));
    JsonText amount = Feed.amount("12.50", "EUR");
    feed.add(
        stray(
            then, "payment.succeeded", JsonText.object("paymentId", "stray-1", "amount", amount)));
    feed.add(
        stray(
            then.plusSeconds(60),
            "payment.refunded",
            JsonText.object("paymentId", "stray-9", "refundId", "stray-r", "amount", amount)));
    feed.add(stray(then.plusSeconds(120), "subscription.changed", wholeAgreement(amount)));
    LocalDate soon = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(3);
    feed.add(
        stray(
            then.plusSeconds(180),
            "charge.announced",
            JsonText.object("dueOn", soon, "amount", amount)));
  }

  /** A change that says everything a start says is still a change. */
  private static JsonText wholeAgreement(JsonText amount) {
    return JsonText.object(
        "name",
        "Never started",
        "price",
        JsonText.object("kind", "FIXED", "amount", amount),
        "billing",
        JsonText.object("every", 1, "unit", "MONTH", "anchor", "2025-01-15"));
  }

  private static Feed.Draft stray(Instant time, String type, JsonText data) {
    return new Feed.Draft(time, Feed.BANK, type, "never-started", "lukas", data);
  }
}
