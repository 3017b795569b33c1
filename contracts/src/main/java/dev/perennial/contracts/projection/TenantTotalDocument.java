package dev.perennial.contracts.projection;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.total.TenantTotal;
import dev.perennial.domain.total.TenantTotal.Figure;
import dev.perennial.domain.total.TenantTotal.Row;
import dev.perennial.domain.total.TenantTotal.Sum;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.BsonDocument;

/**
 * What a partition's subscribers add to their tenant's figures of a month. A month's figures are
 * the sums of the documents of all partitions.
 */
public record TenantTotalDocument(
    String tenantId, YearMonth month, int partition, TenantTotal total)
    implements ProjectionDocument {

  public static String idOf(String tenantId, YearMonth month, int partition) {
    return CompositeKey.of(tenantId, month.toString(), Integer.toString(partition));
  }

  @Override
  public Projection projection() {
    return Projection.TENANT_TOTALS;
  }

  @Override
  public String id() {
    return idOf(tenantId, month, partition);
  }

  @Override
  public BsonDocument content() {
    return new DocumentBuilder()
        .text("tenantId", tenantId)
        .text("month", month.toString())
        .documents("lines", rows(Figure.SPENT::equals))
        .documentsIfAny("reporting", rows(Figure.REPORTED::equals))
        .documentsIfAny("unconverted", rows(Figure.UNREPORTED::equals))
        .documentsIfAny("movements", rows(Figure::isMovement))
        .build();
  }

  private List<BsonDocument> rows(Predicate<Figure> wanted) {
    return total.rows().entrySet().stream()
        .filter(row -> wanted.test(row.getKey().figure()))
        .map(TenantTotalDocument::row)
        .toList();
  }

  private static BsonDocument row(Map.Entry<Row, Sum> entry) {
    Row row = entry.getKey();
    DocumentBuilder document = new DocumentBuilder();
    if (row.figure().isMovement()) {
      document.text("kind", row.figure().name());
    }
    document
        .text("category", row.category())
        .text("currency", row.currency().getCurrencyCode())
        .decimal("amount", entry.getValue().amount());
    if (row.figure().isMovement()) {
      document.number("subscriptions", entry.getValue().subscriptions());
    }
    return document.build();
  }
}
