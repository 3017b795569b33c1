package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.perennial.standalone.oracle.Comparison;
import dev.perennial.standalone.oracle.Expected;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What MongoDB, Redis, the mailboxes and the ledger hold is what the oracle says, to the field. */
@Order(1)
@ExtendWith(LoadedPlatform.class)
class OracleComparisonTest {

  private final LoadedPlatform.Loaded loaded;

  OracleComparisonTest(LoadedPlatform.Loaded loaded) {
    this.loaded = loaded;
  }

  @Test
  void everyDocumentTotalAlertAndMailEqualsTheOracle() {
    Comparison comparison = loaded.compare();

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.documents()).isGreaterThan(6_000);
    assertThat(loaded.platform().actual().collections().get(Expected.MAILS))
        .hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void theLoadWentAsTheSampleSays() {
    assertThat(loaded.report().surprises()).isEmpty();
    assertThat(loaded.report().accepted()).isGreaterThan(6_000);
    assertThat(loaded.report().refusedInAll()).isPositive();
  }

  @Test
  void theProjectionsAreTypedBson() {
    MongoDatabase projections = loaded.platform().projections();
    BsonDocument total = first(projections, "subscriber-totals", "lines.0");
    BsonDocument subscription = first(projections, "subscriptions", "nextRenewal");
    BsonDocument receipt = first(projections, "receipts", "receivedAt");

    assertThat(total.isInt64("version")).isTrue();
    assertThat(total.getArray("lines").getFirst().asDocument().isDecimal128("amount")).isTrue();
    assertThat(subscription.getDocument("nextRenewal").isDateTime("dueOn")).isTrue();
    assertThat(receipt.isDateTime("receivedAt")).isTrue();
  }

  @Test
  void alteringDroppingOrAddingOneDocumentTurnsTheComparisonRed() {
    MongoCollection<BsonDocument> totals =
        loaded.platform().projections().getCollection("subscriber-totals", BsonDocument.class);
    BsonDocument document = first(loaded.platform().projections(), "subscriber-totals", "lines.0");
    var same = Filters.eq("_id", document.get("_id"));

    totals.updateOne(same, Updates.set("lines.0.category", "altered"));
    assertThat(differencesNow()).isNotEmpty();

    totals.deleteOne(same);
    assertThat(differencesNow()).isNotEmpty();

    totals.insertOne(document);
    assertThat(differencesNow()).isEmpty();

    BsonDocument another = document.clone().append("_id", new BsonString("another"));
    totals.insertOne(another.append("version", new BsonInt64(1)));
    assertThat(differencesNow()).isNotEmpty();

    totals.deleteOne(Filters.eq("_id", "another"));
    assertThat(differencesNow()).isEmpty();
  }

  private List<String> differencesNow() {
    return loaded.compare().differences();
  }

  private static BsonDocument first(MongoDatabase database, String collection, String field) {
    return Objects.requireNonNull(
        database
            .getCollection(collection, BsonDocument.class)
            .find(Filters.and(Filters.exists(field), Filters.ne("erased", true)))
            .first());
  }
}
