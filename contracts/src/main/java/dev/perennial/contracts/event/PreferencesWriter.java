package dev.perennial.contracts.event;

import dev.perennial.domain.Budget;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.period.PeriodRule;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what {@link Preferences} reads. */
final class PreferencesWriter {

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private PreferencesWriter() {}

  static void put(ObjectNode json, SubscriberUpdated updated) {
    DataWriter.put(json, "zone", updated.zone());
    DataWriter.put(
        json, "locale", updated.locale() == null ? null : updated.locale().toLanguageTag());
    DataWriter.put(json, "currency", updated.currency());
    put(json, updated.periodStartsOn());
    DataWriter.put(json, "alertTime", text(updated.alertTime()));
    QuietHours quiet = updated.quietHours();
    if (quiet != null) {
      json.putObject("quietHours").put("from", text(quiet.from())).put("to", text(quiet.to()));
    }
    put(json, "leads", updated.leads(), DataWriter::numbers);
    put(json, "routing", updated.routing(), DataWriter::strings);
    put(json, updated.budgets());
  }

  static void put(ObjectNode json, TenantUpdated updated) {
    DataWriter.put(json, "currency", updated.currency());
    DataWriter.put(json, "zone", updated.zone());
    put(json, "leads", updated.leads(), DataWriter::numbers);
    put(json, "routing", updated.routing(), DataWriter::strings);
  }

  private static @Nullable String text(@Nullable LocalTime time) {
    return time == null ? null : TIME_OF_DAY.format(time);
  }

  private static void put(ObjectNode json, @Nullable PeriodRule periods) {
    switch (periods) {
      case null -> {}
      case PeriodRule.Monthly monthly ->
          json.putObject("periodStartsOn").put("dayOfMonth", monthly.dayOfMonth());
      case PeriodRule.Weekly weekly ->
          json.putObject("periodStartsOn")
              .put("weeks", weekly.weeks())
              .put("from", weekly.from().toString());
    }
  }

  private static void put(ObjectNode json, @Nullable List<Budget> budgets) {
    if (budgets == null) {
      return;
    }
    ArrayNode array = json.putArray("budgets");
    for (Budget budget : budgets) {
      ObjectNode object = array.addObject();
      DataWriter.put(object, "category", budget.category());
      object.set("amount", DataWriter.amount(budget.amount()));
    }
  }

  private static <T> void put(
      ObjectNode json, String name, @Nullable Map<String, T> map, Function<T, ArrayNode> values) {
    if (map != null) {
      ObjectNode object = json.putObject(name);
      new TreeMap<>(map).forEach((key, value) -> object.set(key, values.apply(value)));
    }
  }
}
