package dev.perennial.notifier.ledger;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Days and amounts as fields of a row. */
final class Values {

  private Values() {}

  static Date write(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  static LocalDate readDay(Date day) {
    return LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC);
  }

  static Document write(Money money) {
    return new Document("value", new Decimal128(money.value()))
        .append("currency", money.currency().getCurrencyCode());
  }

  static Money readMoney(Document money) {
    return new Money(
        money.get("value", Decimal128.class).bigDecimalValue(),
        Currency.getInstance(money.getString("currency")));
  }

  static List<Document> write(List<Money> amounts) {
    return amounts.stream().map(Values::write).toList();
  }

  static List<Money> readAll(Document row, String field) {
    return row.getList(field, Document.class).stream().map(Values::readMoney).toList();
  }
}
