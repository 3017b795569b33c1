package dev.perennial.notifier.deliveries;

import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A ledger row as the {@code deliveries} topic shows it: what was told and how it went, never the
 * address or the claim.
 */
final class DeliveryDocument {

  private static final JsonWriterSettings EXTENDED =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private static final List<String> PUBLISHED =
      List.of(
          "tenantId",
          "subscriberId",
          "subscriptionId",
          "alertId",
          "destinationId",
          "channel",
          "state",
          "alertType",
          "title",
          "text",
          "dueOn",
          "amount",
          "raisedAt",
          "at",
          "reason");

  /** All that is left where the row was forgotten: as of any document that is erased. */
  private static final List<String> PUBLISHED_ERASED = List.of("tenantId", "erased");

  private DeliveryDocument() {}

  /** Extended JSON; {@code version} is the row's revision. */
  static String of(Document row, int partition) {
    var document =
        new Document("_id", row.getString("_id"))
            .append("version", row.getLong("revision"))
            .append("partition", partition);
    for (var field : row.containsKey("erased") ? PUBLISHED_ERASED : PUBLISHED) {
      if (row.containsKey(field)) {
        document.append(field, row.get(field));
      }
    }
    return document.toJson(EXTENDED);
  }
}
