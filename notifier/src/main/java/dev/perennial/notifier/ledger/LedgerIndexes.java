package dev.perennial.notifier.ledger;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The indexes behind the ledger's queries; creating those that exist changes nothing. */
public final class LedgerIndexes {

  /**
   * Longer than an alert's id can come back: its day lies at most 366 days ahead when it is first
   * raised, and it is told until 6 days after. And as long as the topic of deliveries keeps what
   * was published before.
   */
  private static final long FORGOTTEN_KEPT_DAYS = 400;

  private LedgerIndexes() {}

  public static void create(MongoDatabase database) {
    database
        .getCollection(Ledger.COLLECTION)
        .createIndexes(
            List.of(
                index("by-alert", "alertId"),
                index("by-subscriber", "tenantId", "subscriberId"),
                partial("due", "PENDING", "state", "nextAttemptAt"),
                partial("leases", "CLAIMED", "state", "claim.expiresAt"),
                new IndexModel(
                    Indexes.ascending("outbox", "at"),
                    new IndexOptions()
                        .name("unpublished")
                        .partialFilterExpression(Filters.eq("outbox", true))),
                index("by-state", "state"),
                forgotten()));
  }

  /** Only what is published goes, or its document would stay as it was. */
  private static IndexModel forgotten() {
    return new IndexModel(
        Indexes.ascending("at"),
        new IndexOptions()
            .name("forgotten-kept-400-days")
            .expireAfter(FORGOTTEN_KEPT_DAYS, TimeUnit.DAYS)
            .partialFilterExpression(
                Filters.and(Filters.eq(ForgottenRows.ERASED, true), Filters.eq("outbox", false))));
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
