package dev.perennial.dashboard.projection;

import dev.perennial.contracts.projection.OutlookCodec;
import dev.perennial.contracts.projection.PeriodRuleCodec;
import dev.perennial.contracts.projection.UnreadableOutlookException;
import dev.perennial.domain.Money;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.period.PeriodRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Decimal128;

/**
 * A projection document's fields by type. A field that is missing or of another type throws {@link
 * UnreadableDocumentException}: a figure that cannot be read is never shown as nothing or zero.
 */
public final class Fields {

  private final String collection;
  private final Document document;

  public Fields(String collection, Document document) {
    this.collection = collection;
    this.document = document;
  }

  public String text(String field) {
    return required(field, String.class);
  }

  public Optional<String> optionalText(String field) {
    return optional(field, String.class);
  }

  public int integer(String field) {
    return required(field, Number.class).intValue();
  }

  public Optional<Integer> optionalInteger(String field) {
    return optional(field, Number.class).map(Number::intValue);
  }

  /** True if the field is there and true: a flag that is not set is left out. */
  public boolean flag(String field) {
    return optional(field, Boolean.class).orElse(false);
  }

  public Instant instant(String field) {
    return required(field, Date.class).toInstant();
  }

  public Optional<Instant> optionalInstant(String field) {
    return optional(field, Date.class).map(Date::toInstant);
  }

  /** A local date, which is stored as its midnight in UTC. */
  public LocalDate date(String field) {
    return instant(field).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  public Optional<LocalDate> optionalDate(String field) {
    return optionalInstant(field).map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  public BigDecimal decimal(String field) {
    return required(field, Decimal128.class).bigDecimalValue();
  }

  /** An amount {@code {<valueField>, currency}} that lies in this very document. */
  public Money money(String valueField) {
    try {
      return new Money(decimal(valueField), Currency.getInstance(text("currency")));
    } catch (ArithmeticException | IllegalArgumentException malformed) {
      throw new UnreadableDocumentException(collection, valueField, malformed);
    }
  }

  /** An amount {@code field: {value, currency}}. */
  public Money amount(String field) {
    return nested(field).money("value");
  }

  public Optional<Money> optionalAmount(String field) {
    return optionalNested(field).map(amount -> amount.money("value"));
  }

  public Fields nested(String field) {
    return new Fields(collection, required(field, Document.class));
  }

  public Optional<Fields> optionalNested(String field) {
    return optional(field, Document.class).map(inner -> new Fields(collection, inner));
  }

  /** The documents of a list; none, if there is no such list. */
  public List<Fields> list(String field) {
    return optionalList(field).orElse(List.of());
  }

  public Optional<List<Fields>> optionalList(String field) {
    return optional(field, List.class).map(items -> documents(field, items));
  }

  private List<Fields> documents(String field, List<?> items) {
    return items.stream()
        .map(item -> new Fields(collection, typed(field, item, Document.class)))
        .toList();
  }

  public List<String> texts(String field) {
    return optional(field, List.class).stream()
        .flatMap(items -> ((List<?>) items).stream())
        .map(item -> typed(field, item, String.class))
        .toList();
  }

  /** The constant of that name. */
  public <E extends Enum<E>> E constant(String field, Class<E> kind) {
    try {
      return Enum.valueOf(kind, text(field));
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableDocumentException(collection, field, unknown);
    }
  }

  /** What decides what falls due, of a subscription. */
  public Outlook outlook() {
    try {
      return OutlookCodec.read(document.toBsonDocument());
    } catch (UnreadableOutlookException malformed) {
      throw new UnreadableDocumentException(collection, "agreed", malformed);
    }
  }

  /** Where the subscriber's periods begin, as a subscription says it. */
  public Optional<PeriodRule> periodRule() {
    try {
      return PeriodRuleCodec.read(document.toBsonDocument());
    } catch (UnreadableOutlookException malformed) {
      throw new UnreadableDocumentException(collection, "periodStartsOn", malformed);
    }
  }

  public Currency currency(String field) {
    try {
      return Currency.getInstance(text(field));
    } catch (IllegalArgumentException malformed) {
      throw new UnreadableDocumentException(collection, field, malformed);
    }
  }

  /** What to throw where a field is there and says what cannot be. */
  public UnreadableDocumentException unreadable(String field) {
    return new UnreadableDocumentException(collection, field);
  }

  private <T> T required(String field, Class<T> type) {
    return optional(field, type)
        .orElseThrow(() -> new UnreadableDocumentException(collection, field));
  }

  private <T> Optional<T> optional(String field, Class<T> type) {
    Object value = document.get(field);
    return value == null ? Optional.empty() : Optional.of(typed(field, value, type));
  }

  private <T> T typed(String field, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new UnreadableDocumentException(collection, field);
    }
    return type.cast(value);
  }
}
