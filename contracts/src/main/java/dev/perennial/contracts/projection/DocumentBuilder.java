package dev.perennial.contracts.projection;

import dev.perennial.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Puts typed fields in their order; what is absent is left out. */
final class DocumentBuilder {

  private final BsonDocument document = new BsonDocument();

  DocumentBuilder text(String field, @Nullable String value) {
    return value == null ? this : set(field, new BsonString(value));
  }

  DocumentBuilder texts(String field, List<String> values) {
    return set(field, new BsonArray(values.stream().map(BsonString::new).toList()));
  }

  DocumentBuilder number(String field, int value) {
    return set(field, new BsonInt32(value));
  }

  DocumentBuilder number(String field, long value) {
    return set(field, new BsonInt64(value));
  }

  DocumentBuilder flag(String field) {
    return set(field, BsonBoolean.TRUE);
  }

  /** Left out where it is false. */
  DocumentBuilder flagIf(String field, boolean value) {
    return value ? flag(field) : this;
  }

  /** Milliseconds: the resolution of a BSON date. */
  DocumentBuilder instant(String field, @Nullable Instant value) {
    return value == null ? this : set(field, new BsonDateTime(value.toEpochMilli()));
  }

  /** A local date is a BSON date at UTC midnight. */
  DocumentBuilder day(String field, @Nullable LocalDate value) {
    return instant(field, value == null ? null : value.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The amount as a document {value, currency}. */
  DocumentBuilder amount(String field, Money amount) {
    return document(
        field,
        new DocumentBuilder()
            .decimal("value", amount)
            .text("currency", amount.currency().getCurrencyCode()));
  }

  /** The amount's bare value, in its currency's scale. */
  DocumentBuilder decimal(String field, Money amount) {
    return set(field, new BsonDecimal128(new Decimal128(amount.value())));
  }

  /** As it was published: at most 12 digits before and 12 behind the point. */
  DocumentBuilder decimal(String field, BigDecimal value) {
    return set(field, new BsonDecimal128(new Decimal128(value)));
  }

  DocumentBuilder document(String field, DocumentBuilder value) {
    return set(field, value.build());
  }

  DocumentBuilder document(String field, BsonDocument value) {
    return set(field, value);
  }

  /** Left out where there are none. */
  DocumentBuilder documentsIfAny(String field, List<BsonDocument> values) {
    return values.isEmpty() ? this : documents(field, values);
  }

  DocumentBuilder documents(String field, List<BsonDocument> values) {
    return set(field, new BsonArray(values));
  }

  BsonDocument build() {
    return document;
  }

  private DocumentBuilder set(String field, BsonValue value) {
    document.put(field, value);
    return this;
  }
}
