package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Stories of subscriptions and subscribers that are deleted, and of some that begin anew. */
final class Farewells {

  private static final String NOTHING = "{}";

  private Farewells() {}

  static void turn(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case DELETED -> delete(a, today.minusDays(6));
      case DELETED_WITH_LATE_FACTS -> deleteWithLateFacts(a, today.minusDays(90));
      case DELETED_TWICE -> {
        delete(a, today.minusDays(20));
        delete(a, today.minusDays(50));
      }
      case DELETED_AND_STARTED_ANEW -> delete(a, today.minusDays(150));
      default -> {}
    }
  }

  private static void delete(Agreement a, LocalDate day) {
    a.free(day, LocalDate.MAX);
    a.repeatedly(a.draft(a.moment(day), Feed.BILLING, "subscription.deleted", JsonText.object()));
  }

  /** What is said later of the time before is forgotten, too. */
  private static void deleteWithLateFacts(Agreement a, LocalDate day) {
    delete(a, day);
    LocalDate before = day.minusDays(12);
    Duration late = Duration.ofDays(40);
    a.arrives(before, late, "payment.succeeded", payment(a, "late-1", a.price));
    a.arrives(before, late, "payment.corrected", payment(a, a.product.id() + "-1", a.dearer()));
    a.arrives(before, late, "subscription.changed", JsonText.object("name", "Too late"));
  }

  private static JsonText payment(Agreement a, String id, BigDecimal value) {
    return JsonText.object("paymentId", id, "amount", a.money(value));
  }

  static void end(Agreement a, Story story) {
    if (story == Story.DELETED_AND_STARTED_ANEW) {
      startAnew(a, a.today.plusDays(3).minusMonths(4));
    }
  }

  private static void startAnew(Agreement a, LocalDate started) {
    a.startAgain(started);
    for (LocalDate day : Terms.monthly(started).chargesUpTo(a.today)) {
      a.pay(day);
    }
  }

  /** Deletes a subscriber, twice as some systems do, and tells of what befell it before. */
  static void leave(Person person, Feed feed, Instant at) {
    Instant left = leftAt(at);
    feed.addTwice(of(person, left, "subscriber.deleted", NOTHING), Duration.ofDays(2));
    Duration late = Duration.ofDays(20);
    feed.add(
        of(person, left.minusSeconds(60), "subscriber.updated", "{\"zone\":\"Asia/Tokyo\"}"), late);
    feed.add(
        new Feed.Draft(
            left.minus(Duration.ofDays(3)),
            Feed.BANK,
            "payment.succeeded",
            "forgotten",
            person.id(),
            JsonText.object("paymentId", "late-1", "amount", Feed.amount("5", person.currency()))),
        late);
    if (person.returns()) {
      Preferences.tellAgain(person, feed, left.plus(Duration.ofDays(5)));
    }
  }

  private static Feed.Draft of(Person person, Instant time, String type, String data) {
    return new Feed.Draft(
        time, Feed.PREFERENCES, type, person.id(), person.id(), JsonText.of(data));
  }

  static Instant leftAt(Instant at) {
    return at.minus(Duration.ofDays(60));
  }
}
