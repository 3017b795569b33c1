package dev.perennial.notifier.ledger;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** A notice as part of its row: flat, typed, and readable by an operator. */
final class NoticeDocument {

  private NoticeDocument() {}

  static Document write(Notice notice) {
    var subscriber = notice.subscription().subscriber();
    var document =
        new Document("tenantId", subscriber.tenantId())
            .append("subscriberId", subscriber.subscriberId())
            .append("subscriptionId", notice.subscription().subscriptionId())
            .append("alertId", notice.alertId())
            .append("alertType", notice.alertType())
            .append("name", notice.name())
            .append("category", notice.category())
            .append("dueOn", write(notice.dueOn()))
            .append("lead", notice.lead())
            .append("daysLeft", notice.daysLeft())
            .append("amount", write(notice.amount()))
            .append("collection", notice.collection().name())
            .append("locale", notice.locale().toLanguageTag())
            .append("raisedAt", Date.from(notice.raisedAt()));
    appendOptional(document, notice);
    return document;
  }

  private static void appendOptional(Document document, Notice notice) {
    if (notice.vendor() != null) {
      document.append("vendor", notice.vendor());
    }
    if (notice.url() != null) {
      document.append("url", notice.url());
    }
    if (notice.previousAmount() != null) {
      document.append("previousAmount", write(notice.previousAmount()));
    }
    if (notice.renewalOn() != null) {
      document.append("renewalOn", write(notice.renewalOn()));
    }
    if (notice.paymentId() != null) {
      document.append("paymentId", notice.paymentId());
    }
    if (notice.expectedAmount() != null) {
      document.append("expectedAmount", write(notice.expectedAmount()));
    }
    if (notice.duplicateOf() != null) {
      document.append("duplicateOf", notice.duplicateOf());
    }
  }

  static Notice read(Document row) {
    var subscriber = new SubscriberKey(row.getString("tenantId"), row.getString("subscriberId"));
    return new Notice(
        row.getString("alertId"),
        row.getString("alertType"),
        subscriber.subscription(row.getString("subscriptionId")),
        row.getString("name"),
        row.getString("vendor"),
        row.getString("category"),
        readDay(row.getDate("dueOn")),
        row.getInteger("lead", 0),
        row.getInteger("daysLeft"),
        readMoney(row.get("amount", Document.class)),
        ifPresent(row.get("previousAmount", Document.class), NoticeDocument::readMoney),
        ifPresent(row.getDate("renewalOn"), NoticeDocument::readDay),
        row.getString("paymentId"),
        ifPresent(row.get("expectedAmount", Document.class), NoticeDocument::readMoney),
        row.getString("duplicateOf"),
        CollectionMode.valueOf(row.getString("collection")),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("url"),
        row.getDate("raisedAt").toInstant());
  }

  private static <S, T> @Nullable T ifPresent(@Nullable S stored, Function<S, T> read) {
    return stored == null ? null : read.apply(stored);
  }

  private static Date write(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static LocalDate readDay(Date day) {
    return LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC);
  }

  private static Document write(Money money) {
    return new Document("value", new Decimal128(money.value()))
        .append("currency", money.currency().getCurrencyCode());
  }

  private static Money readMoney(Document money) {
    return new Money(
        money.get("value", Decimal128.class).bigDecimalValue(),
        Currency.getInstance(money.getString("currency")));
  }
}
