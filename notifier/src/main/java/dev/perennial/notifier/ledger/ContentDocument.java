package dev.perennial.notifier.ledger;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.Budget;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.alert.Digest;
import dev.perennial.domain.period.Period;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about, among the other fields of its row; rows of before name a subscription.
 */
final class ContentDocument {

  private ContentDocument() {}

  static void append(Document row, AlertContent content) {
    switch (content) {
      case AlertContent.OfSubscription subscription -> append(row, subscription);
      case AlertContent.OfBudget budget ->
          row.append("amount", Values.write(budget.amount()))
              .append("budget", write(budget.budget()))
              .append("period", write(budget.period()));
      case AlertContent.OfDigest digest -> append(row, digest.digest());
    }
  }

  private static void append(Document row, AlertContent.OfSubscription content) {
    row.append("subscriptionId", content.subscriptionId())
        .append("name", content.subscriptionName())
        .append("category", content.category())
        .append("amount", Values.write(content.amount()))
        .append("collection", content.collection().name());
    appendIfPresent(row, "vendor", content.vendor(), Function.identity());
    appendIfPresent(row, "url", content.url(), Function.identity());
    appendIfPresent(row, "previousAmount", content.previousAmount(), Values::write);
    appendIfPresent(row, "renewalOn", content.renewalOn(), Values::write);
    appendIfPresent(row, "paymentId", content.paymentId(), Function.identity());
    appendIfPresent(row, "expectedAmount", content.expectedAmount(), Values::write);
    appendIfPresent(row, "duplicateOf", content.duplicateOf(), Function.identity());
  }

  private static <T> void appendIfPresent(
      Document row, String field, @Nullable T value, Function<T, ?> written) {
    if (value != null) {
      row.append(field, written.apply(value));
    }
  }

  private static void append(Document row, Digest digest) {
    row.append("charges", digest.charges().stream().map(ContentDocument::write).toList())
        .append("chargesInAll", digest.chargesInAll())
        .append("due", Values.write(digest.due()))
        .append("spent", Values.write(digest.spent()))
        .append("period", write(digest.period()));
  }

  private static Document write(Digest.Charge charge) {
    return new Document("subscriptionId", charge.subscriptionId())
        .append("name", charge.name())
        .append("dueOn", Values.write(charge.dueOn()))
        .append("amount", Values.write(charge.amount()))
        .append("estimated", charge.estimated());
  }

  private static Document write(Budget budget) {
    var document = new Document("amount", Values.write(budget.amount()));
    appendIfPresent(document, "category", budget.category(), Function.identity());
    return document;
  }

  private static Document write(Period period) {
    return new Document("from", Values.write(period.from()))
        .append("until", Values.write(period.until()));
  }

  static AlertContent read(Document row) {
    if (row.containsKey("subscriptionId")) {
      return subscription(row);
    }
    return row.containsKey("budget") ? budget(row) : new AlertContent.OfDigest(digest(row));
  }

  private static AlertContent subscription(Document row) {
    return new AlertContent.OfSubscription(
        row.getString("subscriptionId"),
        row.getString("name"),
        row.getString("vendor"),
        row.getString("category"),
        Values.readMoney(row.get("amount", Document.class)),
        ifPresent(row.get("previousAmount", Document.class), Values::readMoney),
        ifPresent(row.getDate("renewalOn"), Values::readDay),
        row.getString("paymentId"),
        ifPresent(row.get("expectedAmount", Document.class), Values::readMoney),
        row.getString("duplicateOf"),
        CollectionMode.valueOf(row.getString("collection")),
        row.getString("url"));
  }

  private static <S, T> @Nullable T ifPresent(@Nullable S stored, Function<S, T> read) {
    return stored == null ? null : read.apply(stored);
  }

  private static AlertContent budget(Document row) {
    var budget = row.get("budget", Document.class);
    var amount = Values.readMoney(budget.get("amount", Document.class));
    return new AlertContent.OfBudget(
        Values.readMoney(row.get("amount", Document.class)),
        new Budget(budget.getString("category"), amount),
        period(row));
  }

  private static Digest digest(Document row) {
    return new Digest(
        period(row),
        row.getList("charges", Document.class).stream().map(ContentDocument::charge).toList(),
        row.getInteger("chargesInAll"),
        Values.readAll(row, "due"),
        Values.readAll(row, "spent"));
  }

  private static Digest.Charge charge(Document charge) {
    return new Digest.Charge(
        charge.getString("subscriptionId"),
        charge.getString("name"),
        Values.readDay(charge.getDate("dueOn")),
        Values.readMoney(charge.get("amount", Document.class)),
        charge.getBoolean("estimated"));
  }

  private static Period period(Document row) {
    var period = row.get("period", Document.class);
    return new Period(
        Values.readDay(period.getDate("from")), Values.readDay(period.getDate("until")));
  }
}
