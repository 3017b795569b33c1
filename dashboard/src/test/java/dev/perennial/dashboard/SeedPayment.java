package dev.perennial.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.bson.Document;

/** What a payment's document says of itself. */
final class SeedPayment {

  private SeedPayment() {}

  /** What made a payment count; received at noon of its day. */
  static Document event(String type, String id, String day, String change, String currency) {
    Date noon = Date.from(LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    return new Document("type", type)
        .append("source", "/bank")
        .append("id", id)
        .append("time", noon)
        .append("receivedAt", noon)
        .append("mode", "LIVE")
        .append("change", Seed.amount(change, currency));
  }

  /** By a rate of which one base was worth one of the home currency. */
  static Document home(String amount, String date, String from, String receivedAt) {
    return new Document("amount", Seed.amount(amount, "EUR"))
        .append(
            "rate",
            new Document("base", "EUR")
                .append("date", Seed.date(date))
                .append("source", "ECB")
                .append("from", Seed.decimal(from))
                .append("to", Seed.decimal("1"))
                .append("receivedAt", Date.from(Instant.parse(receivedAt))));
  }
}
