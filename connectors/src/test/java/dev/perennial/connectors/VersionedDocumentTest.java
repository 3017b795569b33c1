package dev.perennial.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.connect.errors.DataException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedDocumentTest {

  @Test
  void aSubscriptionPaidAutomaticallyIsNoWatermark() {
    assertThat(VersionedDocument.of(Documents.subscription("s", 1)).watermark()).isFalse();
    assertThat(VersionedDocument.of(Documents.watermark(0, 1)).watermark()).isTrue();
  }

  @Test
  void shouldKnowAnErasedDocument() {
    assertThat(VersionedDocument.of(Documents.erased("a", 1)).erased()).isTrue();
    assertThat(VersionedDocument.of(Documents.totals("a", 1, "1")).erased()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'version': 1}",
        "{'version': 'alice@example.com'}",
        "{'version': {'$numberLong': '-1'}}",
        "{'version': {'$numberLong': '9007199254740992'}}"
      })
  void shouldRefuseAVersionThatRedisCouldNotCompare(String document) {
    assertThatThrownBy(() -> VersionedDocument.of(BsonDocument.parse(document)))
        .isInstanceOf(DataException.class)
        .hasMessageNotContaining("alice");
  }

  @Test
  void shouldTakeTheGreatestVersionThatADoubleHolds() {
    var greatest = BsonDocument.parse("{'version': {'$numberLong': '9007199254740991'}}");
    assertThat(VersionedDocument.of(greatest).version()).isEqualTo(9007199254740991L);
  }
}
