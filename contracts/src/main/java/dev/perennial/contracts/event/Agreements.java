package dev.perennial.contracts.event;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Reminders;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Readers of the parts of an agreement. */
final class Agreements {

  static final Set<String> FACETS =
      Set.of(
          "name",
          "vendor",
          "category",
          "price",
          "billing",
          "endsOn",
          "collection",
          "reminders",
          "url",
          "tags",
          "occurrences",
          "notice",
          "share");

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

  private Agreements() {}

  /**
   * @param collection for an agreement that does not say how it is collected
   */
  static Facets facets(Fields fields, @Nullable CollectionMode collection) {
    CollectionMode said = fields.optional("collection", Scalars.oneOf(CollectionMode.class));
    return new Facets(
        fields.optional("name", Scalars.text(EventLimits.NAME_LENGTH)),
        fields.optional("vendor", Scalars.text(EventLimits.NAME_LENGTH)),
        fields.optional("category", Scalars.text(EventLimits.CATEGORY_LENGTH)),
        fields.optional("price", Agreements::price),
        fields.optional("billing", Agreements::billing),
        fields.optional("endsOn", Scalars::date),
        said == null ? collection : said,
        fields.optional("reminders", Agreements::reminders),
        fields.optional("url", Scalars::url),
        fields.optional(
            "tags", Fields.listOf(EventLimits.TAGS, Scalars.text(EventLimits.TAG_LENGTH))),
        fields.optional("occurrences", Scalars.integer(1, Facets.MAX_OCCURRENCES)),
        fields.optional("notice", Agreements::notice),
        fields.optional("share", Agreements::share));
  }

  static Price price(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("kind", "amount"));
    return new Price(
        fields.required("kind", Scalars.oneOf(Price.Kind.class)),
        fields.required("amount", Agreements::amount));
  }

  /** Never negative, and of no more fraction digits than its currency has. */
  static Money amount(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("value", "currency"));
    BigDecimal decimal = fields.required("value", Agreements::decimal);
    Currency currency = fields.required("currency", Scalars::currency);
    try {
      return new Money(decimal, currency);
    } catch (ArithmeticException tooFine) {
      throw InvalidInput.of(
          Defect.NUMBER_RANGE,
          fields.at("value"),
          "The amount has more fraction digits than its currency.");
    }
  }

  private static BigDecimal decimal(JsonNode value, String pointer) {
    String text = Scalars.string(value, pointer);
    if (!DECIMAL.matcher(text).matches()) {
      throw InvalidInput.of(
          Defect.NUMBER_FORMAT, pointer, "A decimal number such as \"12.99\" is due.");
    }
    BigDecimal decimal = new BigDecimal(text);
    // Also of zero: who may write a sign would have to be told what it means there.
    boolean signed = text.startsWith("-");
    if (signed || decimal.precision() - decimal.scale() > EventLimits.AMOUNT_DIGITS) {
      throw InvalidInput.of(
          Defect.NUMBER_RANGE, pointer, "An amount lies between 0 and 10^15, exclusively.");
    }
    return decimal;
  }

  private static Billing billing(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("every", "unit", "anchor", "monthEnd"));
    BillingPeriod period =
        new BillingPeriod(
            fields.required("every", Scalars.integer(1, BillingPeriod.MAX_EVERY)),
            fields.required("unit", Scalars.oneOf(PeriodUnit.class)));
    return new Billing(
        period,
        fields.required("anchor", Scalars::date),
        fields.optional("monthEnd", Scalars.oneOf(MonthEnd.class), MonthEnd.CLAMP));
  }

  private static Notice notice(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("every", "unit"));
    return new Notice(
        fields.required("every", Scalars.integer(1, Notice.MAX_EVERY)),
        fields.required("unit", Scalars.oneOf(PeriodUnit.class)));
  }

  private static Share share(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("part", "of"));
    int of = fields.required("of", Scalars.integer(1, Share.MAX_OF));
    return new Share(fields.required("part", Scalars.integer(1, of)), of);
  }

  private static Reminders reminders(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("leads", "repeat"));
    if (fields.object().isEmpty()) {
      throw InvalidInput.of(
          Defect.FIELD_MISSING, pointer, "Reminders have leads, or repeat, or both.");
    }
    return new Reminders(
        fields.optional("leads", leads(EventLimits.LONGEST_LEAD)),
        fields.optional("repeat", Agreements::repeat));
  }

  private static Reminders.Repeat repeat(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("every", "most", "until"));
    return new Reminders.Repeat(
        fields.required("every", Scalars.integer(1, Reminders.Repeat.MAX_EVERY)),
        fields.required("most", Scalars.integer(1, Reminders.Repeat.MAX_MOST)),
        fields.optional(
            "until", Scalars.oneOf(Reminders.Until.class), Reminders.Until.ACKNOWLEDGED));
  }

  /** Largest first and each once, so that equal preferences are equal. */
  static Fields.Reader<List<Integer>> leads(int longest) {
    Fields.Reader<List<Integer>> days =
        Fields.listOf(EventLimits.LEADS, Scalars.integer(0, longest));
    return (value, pointer) ->
        days.read(value, pointer).stream().distinct().sorted(Comparator.reverseOrder()).toList();
  }
}
