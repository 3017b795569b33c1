package dev.perennial.connectors.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.kafka.connect.sink.converter.SinkDocument;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.connectors.Documents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.DataException;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class VersionedWriteStrategyTest {

  private final VersionedWriteStrategy strategy = new VersionedWriteStrategy();
  private final MongoClient client;
  private final MongoCollection<BsonDocument> collection;

  VersionedWriteStrategyTest(Backends backends, TestNames names) {
    client = MongoClients.create(backends.mongodb().uri());
    collection = client.getDatabase(names.database()).getCollection("totals", BsonDocument.class);
  }

  @BeforeEach
  void empty() {
    collection.drop();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void shouldInsertWhatIsNotThere() {
    write(Documents.totals("a", 1, "12.90"));
    assertThat(stored()).containsExactly(Documents.totals("a", 1, "12.90"));
  }

  @Test
  void shouldReplaceAnOlderDocumentAsAWhole() {
    write(Documents.totals("a", 1, "1").append("gone", new BsonString("later")));
    write(Documents.totals("a", 2, "2"));
    assertThat(stored()).containsExactly(Documents.totals("a", 2, "2"));
  }

  @Test
  void shouldKeepANewerDocument() {
    write(Documents.totals("a", 2, "2"));
    write(Documents.totals("a", 1, "1"));
    assertThat(stored()).containsExactly(Documents.totals("a", 2, "2"));
  }

  @Test
  void shouldKeepADocumentOfTheSameVersion() {
    write(Documents.totals("a", 2, "2"));
    write(Documents.totals("a", 2, "3"));
    assertThat(stored()).containsExactly(Documents.totals("a", 2, "2"));
  }

  @Test
  void shouldEndWithTheNewestWhateverTheOrder() {
    long seed = new Random().nextLong();
    List<BsonDocument> versions = new ArrayList<>();
    for (int version = 1; version <= 50; version++) {
      versions.add(Documents.totals("a", version, Integer.toString(version)));
      versions.add(Documents.totals("b", version, Integer.toString(version)));
    }
    Collections.shuffle(versions, new Random(seed));

    collection.bulkWrite(
        versions.stream().map(this::model).toList(), new BulkWriteOptions().ordered(false));

    assertThat(stored())
        .as("seed %d", seed)
        .containsExactlyInAnyOrder(
            Documents.totals("a", 50, "50"), Documents.totals("b", 50, "50"));
  }

  @Test
  void shouldTakeADollarSignInATextForWhatItIs() {
    BsonDocument document = Documents.totals("a", 1, "1");
    document.append("name", new BsonString("$version"));
    write(document);
    assertThat(stored()).containsExactly(document);
  }

  @Test
  void shouldDateAnErasedDocumentByTheServersClock() {
    write(Documents.totals("a", 1, "1"));
    write(Documents.erased("a", 2));

    BsonDocument erased = stored().getFirst();
    assertThat(erased.isDateTime("erasedAt")).isTrue();
    erased.remove("erasedAt");
    assertThat(erased).isEqualTo(Documents.erased("a", 2));
  }

  @Test
  void shouldNotDateAnErasedDocumentAgain() {
    write(Documents.erased("a", 2));
    List<BsonDocument> before = stored();
    write(Documents.erased("a", 2));
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void shouldBringAnErasedDocumentBackOnlyByANewerVersion() {
    write(Documents.erased("a", 2));
    write(Documents.totals("a", 1, "1"));
    assertThat(stored().getFirst().containsKey("erased")).isTrue();
    write(Documents.totals("a", 3, "3"));
    assertThat(stored()).containsExactly(Documents.totals("a", 3, "3"));
  }

  @Test
  void shouldRefuseWhatHasNoIdOrVersion() {
    Stream.of("{'version': {'$numberLong': '1'}}", "{'_id': 'a'}")
        .map(BsonDocument::parse)
        .forEach(
            document ->
                assertThatThrownBy(() -> model(document)).isInstanceOf(DataException.class));
  }

  private void write(BsonDocument document) {
    collection.bulkWrite(List.of(model(document)));
  }

  private WriteModel<BsonDocument> model(BsonDocument document) {
    return strategy.createWriteModel(new SinkDocument(null, document));
  }

  private List<BsonDocument> stored() {
    return collection.find().into(new ArrayList<>());
  }
}
