package dev.perennial.contracts.projection;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.total.MonthlyTotal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bson.BsonDocument;

/**
 * What a subscriber spent in a month, by category and by day, a currency at a time, and what that
 * is in its home currency.
 */
public record SubscriberTotalDocument(SubscriberKey subscriber, YearMonth month, MonthlyTotal total)
    implements ProjectionDocument {

  public static String idOf(SubscriberKey subscriber, YearMonth month) {
    return CompositeKey.of(subscriber.tenantId(), subscriber.subscriberId(), month.toString());
  }

  @Override
  public Projection projection() {
    return Projection.SUBSCRIBER_TOTALS;
  }

  @Override
  public String id() {
    return idOf(subscriber, month);
  }

  @Override
  public BsonDocument content() {
    return new DocumentBuilder()
        .text("tenantId", subscriber.tenantId())
        .text("subscriberId", subscriber.subscriberId())
        .text("month", month.toString())
        .documents(
            "lines", total.lines().entrySet().stream().map(SubscriberTotalDocument::line).toList())
        .documents("days", days(total.days()))
        .documentsIfAny("home", days(total.home()))
        .documentsIfAny("unconverted", days(total.unconverted()))
        .build();
  }

  private static BsonDocument line(Map.Entry<MonthlyTotal.Line, Money> line) {
    return new DocumentBuilder()
        .text("category", line.getKey().category())
        .text("currency", line.getKey().currency().getCurrencyCode())
        .decimal("amount", line.getValue())
        .build();
  }

  private static List<BsonDocument> days(SortedMap<MonthlyTotal.Day, Money> sums) {
    return sums.entrySet().stream().map(SubscriberTotalDocument::day).toList();
  }

  private static BsonDocument day(Map.Entry<MonthlyTotal.Day, Money> day) {
    return new DocumentBuilder()
        .number("day", day.getKey().day())
        .text("category", day.getKey().category())
        .text("currency", day.getKey().currency().getCurrencyCode())
        .decimal("amount", day.getValue())
        .build();
  }
}
