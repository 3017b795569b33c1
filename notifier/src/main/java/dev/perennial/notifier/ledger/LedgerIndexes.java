package dev.perennial.notifier.ledger;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;

/** The indexes behind the ledger's queries; creating those that exist changes nothing. */
public final class LedgerIndexes {

  private LedgerIndexes() {}

  public static void create(MongoDatabase database) {
    database
        .getCollection(Ledger.COLLECTION)
        .createIndexes(
            List.of(
                index("by-alert", "alertId"),
                partial("due", "PENDING", "state", "nextAttemptAt"),
                partial("leases", "CLAIMED", "state", "claim.expiresAt"),
                new IndexModel(
                    Indexes.ascending("outbox", "at"),
                    new IndexOptions()
                        .name("unpublished")
                        .partialFilterExpression(Filters.eq("outbox", true))),
                index("by-state", "state")));
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }

  private static IndexModel partial(String name, String state, String... fields) {
    return new IndexModel(
        Indexes.ascending(fields),
        new IndexOptions().name(name).partialFilterExpression(Filters.eq("state", state)));
  }
}
