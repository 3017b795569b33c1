package dev.perennial.connectors.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.kafka.connect.sink.MongoSinkConfig;
import com.mongodb.kafka.connect.sink.converter.SinkDocument;
import dev.perennial.connectors.Documents;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatermarkNamespaceMapperTest {

  private final WatermarkNamespaceMapper mapper = new WatermarkNamespaceMapper();

  @BeforeEach
  void configure() {
    mapper.configure(
        new MongoSinkConfig(
                Map.of(
                    "topics", "subscriptions.e1",
                    "database", "projections-e1",
                    "collection", "subscriptions"))
            .getMongoSinkTopicConfig("subscriptions.e1"));
  }

  @Test
  void shouldSendAWatermarkIntoTheWatermarks() {
    assertThat(namespaceOf(Documents.watermark(0, 1))).isEqualTo("projections-e1.watermarks");
  }

  @Test
  void shouldNotTakeTheWayASubscriptionIsPaidForACollection() {
    assertThat(namespaceOf(Documents.subscription("s", 1)))
        .isEqualTo("projections-e1.subscriptions");
  }

  @Test
  void shouldSendATombstoneNowhereElse() {
    assertThat(namespaceOf(null)).isEqualTo("projections-e1.subscriptions");
  }

  private String namespaceOf(@Nullable BsonDocument document) {
    var unused = new SinkRecord("subscriptions.e1", 0, null, "s", null, null, 0);
    return mapper.getNamespace(unused, new SinkDocument(null, document)).getFullName();
  }
}
