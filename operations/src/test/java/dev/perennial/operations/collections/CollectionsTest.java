package dev.perennial.operations.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.operations.Projections;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class CollectionsTest {

  private final MongoClient client;
  private final MongoDatabase database;

  CollectionsTest(Backends backends, TestNames names) {
    client = MongoClients.create(backends.mongodb().uri());
    database = client.getDatabase(names.database());
  }

  @BeforeEach
  void empty() {
    database.drop();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void shouldDoNothingASecondTime() {
    assertThat(Collections.apply(database)).contains("created collection subscriptions");
    assertThat(Collections.apply(database)).isEmpty();
  }

  @Test
  void shouldTakeDocumentsAsTheProcessorWritesThem() {
    Collections.apply(database);
    Map.of(
            "subscriptions", Projections.subscription("s", 1),
            "subscriber-totals", Projections.totals("t", 1, "12.90"),
            "tenant-totals", Projections.tenantTotals("acme|2026-11|0", 1),
            "receipts", Projections.receiptOfReferenceData("r", 1),
            "watermarks", Projections.watermark("tenant-totals", 1),
            "payments", Projections.convertedPayment("p", 1))
        .forEach(
            (collection, document) ->
                assertThatCode(() -> insert(collection, document))
                    .as(collection)
                    .doesNotThrowAnyException());
    assertThatCode(() -> insert("payments", Projections.erased("q", 1))).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseAnAmountThatIsNoDecimal() {
    Collections.apply(database);
    BsonDocument document = Projections.subscription("s", 1);
    document.getDocument("price").getDocument("amount").put("value", new BsonString("12.99"));
    assertThatThrownBy(() -> insert("subscriptions", document))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void shouldRefuseARateThatIsNoDecimal() {
    Collections.apply(database);
    BsonDocument document = Projections.convertedPayment("p", 1);
    document.getDocument("home").getDocument("rate").put("from", new BsonString("1.1604"));
    assertThatThrownBy(() -> insert("payments", document)).isInstanceOf(MongoWriteException.class);
  }

  @Test
  void shouldRefuseTenantTotalsOfAnUnknownMovement() {
    Collections.apply(database);
    BsonDocument document = Projections.tenantTotals("acme|2026-11|0", 1);
    document
        .getArray("movements")
        .getFirst()
        .asDocument()
        .put("kind", new BsonString("DISAPPEARANCE"));
    assertThatThrownBy(() -> insert("tenant-totals", document))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void shouldFindATenantsTotalsOfAMonthByAnIndex() {
    Collections.apply(database);
    assertThat(database.getCollection("tenant-totals").listIndexes())
        .anySatisfy(
            index ->
                assertThat(index.get("key"))
                    .isEqualTo(new Document("tenantId", 1).append("month", -1)));
  }

  @Test
  void shouldTakeTheTotalsOfAMonthInTheHomeCurrency() {
    Collections.apply(database);
    BsonDocument document = Projections.totals("t", 1, "12.90");
    for (String list : List.of("home", "unconverted")) {
      document.put(
          list,
          BsonDocument.parse(
                  """
                  {"x": [{"day": 5, "category": "streaming", "currency": "EUR",
                          "amount": {"$numberDecimal": "12.90"}}]}
                  """)
              .get("x"));
    }
    assertThatCode(() -> insert("subscriber-totals", document)).doesNotThrowAnyException();
    document.put("_id", new BsonString("t2"));
    document.getArray("home").getFirst().asDocument().remove("category");
    assertThatThrownBy(() -> insert("subscriber-totals", document))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void shouldRefuseAnErasedDocumentThatSaysMoreThanItsVersion() {
    Collections.apply(database);
    BsonDocument document = Projections.erased("p", 1).append("name", new BsonString("Alice"));
    assertThatThrownBy(() -> insert("payments", document)).isInstanceOf(MongoWriteException.class);
  }

  @Test
  void shouldForgetErasedDocumentsAfterSixtyDays() {
    Collections.apply(database);
    assertThat(database.getCollection("payments").listIndexes())
        .anySatisfy(
            index -> {
              assertThat(index.get("key")).isEqualTo(new Document("erasedAt", 1));
              assertThat(index.get("expireAfterSeconds", Number.class).longValue())
                  .isEqualTo(60L * 24 * 60 * 60);
            });
  }

  @Test
  void shouldAlterAValidatorAndAnExpiryThatDiffer() {
    apply(BsonDocument.parse("{'a': 1}"), ttl(60));

    assertThat(apply(BsonDocument.parse("{'a': 2}"), ttl(61)))
        .containsExactly("altered the validator of things", "altered index things.expiry");
    assertThat(apply(BsonDocument.parse("{'a': 2}"), ttl(61))).isEmpty();
  }

  @Test
  void shouldRatherFailThanDropAnIndex() {
    apply(new BsonDocument(), ttl(60));
    BsonDocument otherKey = ttl(60).append("key", new BsonDocument("other", new BsonInt32(1)));

    assertThatThrownBy(() -> apply(new BsonDocument(), otherKey))
        .isInstanceOf(IndexDiffersException.class)
        .hasMessageContaining("things.expiry");
  }

  private List<String> apply(BsonDocument validator, BsonDocument index) {
    return Collections.apply(
        database, List.of(new CollectionDeclaration("things", validator, List.of(index))));
  }

  private static BsonDocument ttl(int seconds) {
    return BsonDocument.parse("{'name': 'expiry', 'key': {'at': 1}}")
        .append("expireAfterSeconds", new BsonInt32(seconds));
  }

  private void insert(String collection, BsonDocument document) {
    database.getCollection(collection, BsonDocument.class).insertOne(document);
  }
}
