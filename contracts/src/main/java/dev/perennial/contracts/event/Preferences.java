package dev.perennial.contracts.event;

import dev.perennial.domain.Budget;
import dev.perennial.domain.Money;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.period.PeriodRule;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Readers of what subscribers want, and of what their tenant wants for them. */
final class Preferences {

  static final Set<String> OF_SUBSCRIBER =
      Set.of(
          "zone",
          "locale",
          "currency",
          "periodStartsOn",
          "alertTime",
          "quietHours",
          "leads",
          "routing",
          "budgets");

  static final Set<String> OF_TENANT = Set.of("currency", "zone", "leads", "routing");

  private Preferences() {}

  static SubscriberUpdated ofSubscriber(Fields data) {
    return new SubscriberUpdated(
        data.optional("zone", Scalars::zone),
        data.optional("locale", Scalars::locale),
        data.optional("currency", Scalars::currency),
        data.optional("periodStartsOn", Preferences::periods),
        data.optional("alertTime", Scalars::timeOfDay),
        data.optional("quietHours", Preferences::quietHours),
        leads(data),
        routing(data),
        data.optional("budgets", Preferences::budgets));
  }

  static TenantUpdated ofTenant(Fields data) {
    return new TenantUpdated(
        data.optional("currency", Scalars::currency),
        data.optional("zone", Scalars::zone),
        leads(data),
        routing(data));
  }

  private static @Nullable Map<String, List<Integer>> leads(Fields data) {
    return data.optional(
        "leads",
        Fields.mapOf(
            EventLimits.ALERT_TYPES_WITH_LEADS,
            type -> Agreements.leads(EventLimits.longestLead(type))));
  }

  private static @Nullable Map<String, List<String>> routing(Fields data) {
    return data.optional(
        "routing",
        Fields.mapOf(EventLimits.ALERT_TYPES, Fields.listOf(EventLimits.ROUTES, Scalars::id)));
  }

  private static PeriodRule periods(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("dayOfMonth", "weeks", "from"));
    if (value.has("dayOfMonth")) {
      if (value.size() > 1) {
        throw InvalidInput.of(
            Defect.FIELD_CONFLICT, pointer, "Either dayOfMonth is due, or weeks and from.");
      }
      return new PeriodRule.Monthly(
          fields.required("dayOfMonth", Scalars.integer(1, PeriodRule.Monthly.LAST_DAY)));
    }
    return new PeriodRule.Weekly(
        fields.required("weeks", Scalars.integer(1, PeriodRule.Weekly.MOST_WEEKS)),
        fields.required("from", Scalars::date));
  }

  private static QuietHours quietHours(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("from", "to"));
    LocalTime from = fields.required("from", Scalars::timeOfDay);
    LocalTime to = fields.required("to", Scalars::timeOfDay);
    if (from.equals(to)) {
      throw InvalidInput.of(
          Defect.FIELD_CONFLICT, pointer, "Quiet hours end at another time than they begin.");
    }
    return new QuietHours(from, to);
  }

  /** In the order of their categories, the one without first, so that equal budgets are equal. */
  private static List<Budget> budgets(JsonNode value, String pointer) {
    List<Budget> budgets =
        Fields.listOf(EventLimits.BUDGETS, Preferences::budget).read(value, pointer);
    Set<@Nullable String> categories = new HashSet<>();
    for (int index = 0; index < budgets.size(); index++) {
      if (!categories.add(budgets.get(index).category())) {
        throw InvalidInput.of(
            Defect.FIELD_CONFLICT, pointer + "/" + index, "There is one budget a category.");
      }
    }
    return budgets.stream()
        .sorted(
            Comparator.comparing(
                Budget::category, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private static Budget budget(JsonNode value, String pointer) {
    Fields fields = Fields.strict(value, pointer, Set.of("category", "amount"));
    String category = fields.optional("category", Scalars.text(EventLimits.CATEGORY_LENGTH));
    Money amount = fields.required("amount", Agreements::amount);
    if (amount.isZero()) {
      throw InvalidInput.of(
          Defect.NUMBER_RANGE, fields.at("amount/value"), "A budget is above zero.");
    }
    return new Budget(category, amount);
  }
}
