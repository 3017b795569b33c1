package dev.perennial.notifier.ledger;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.bson.types.Decimal128;

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
            .append("dueOn", Date.from(notice.dueOn().atStartOfDay(ZoneOffset.UTC).toInstant()))
            .append("daysLeft", notice.daysLeft())
            .append("amount", write(notice.amount()))
            .append("collection", notice.collection().name())
            .append("locale", notice.locale().toLanguageTag())
            .append("raisedAt", Date.from(notice.raisedAt()));
    if (notice.vendor() != null) {
      document.append("vendor", notice.vendor());
    }
    if (notice.url() != null) {
      document.append("url", notice.url());
    }
    return document;
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
        LocalDate.ofInstant(row.getDate("dueOn").toInstant(), ZoneOffset.UTC),
        row.getInteger("daysLeft"),
        readMoney(row.get("amount", Document.class)),
        CollectionMode.valueOf(row.getString("collection")),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("url"),
        row.getDate("raisedAt").toInstant());
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
