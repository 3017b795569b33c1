package dev.perennial.notifier.ledger;

import dev.perennial.domain.SubscriberKey;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;

/** A notice as part of its row: flat, typed, and readable by an operator. */
final class NoticeDocument {

  private NoticeDocument() {}

  static Document write(Notice notice) {
    var document =
        new Document("tenantId", notice.subscriber().tenantId())
            .append("subscriberId", notice.subscriber().subscriberId())
            .append("alertId", notice.alertId())
            .append("alertType", notice.alertType())
            .append("dueOn", Values.write(notice.dueOn()))
            .append("lead", notice.lead())
            .append("daysLeft", notice.daysLeft())
            .append("locale", notice.locale().toLanguageTag())
            .append("raisedAt", Date.from(notice.raisedAt()));
    ContentDocument.append(document, notice.content());
    return document;
  }

  static Notice read(Document row) {
    return new Notice(
        row.getString("alertId"),
        row.getString("alertType"),
        new SubscriberKey(row.getString("tenantId"), row.getString("subscriberId")),
        ContentDocument.read(row),
        Values.readDay(row.getDate("dueOn")),
        row.getInteger("lead", 0),
        row.getInteger("daysLeft"),
        Locale.forLanguageTag(row.getString("locale")),
        row.getDate("raisedAt").toInstant());
  }
}
