package dev.perennial.ingest.wallos;

import dev.perennial.domain.BillingPeriod;
import dev.perennial.ingest.imports.DerivedId;
import dev.perennial.ingest.imports.Entry;
import dev.perennial.ingest.imports.Moments;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From an export's entry to its subscription's start and, where it is disabled, its end. */
final class EntryReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String NO_CATEGORY = "No category";

  private final Target target;
  private final SubscriptionIds ids = new SubscriptionIds();
  private final SortedMap<String, Integer> dropped = new TreeMap<>();

  EntryReader(Target target) {
    this.target = target;
  }

  /** How many values of which fields had no place, so far. */
  SortedMap<String, Integer> dropped() {
    return dropped;
  }

  /**
   * @param row its place in the file
   * @param fields those that are not empty
   */
  Entry read(int row, Map<Field, String> fields) {
    String subscription = ids.next(text(fields, Field.NAME));
    try {
      Entry entry = new Entry.Asked(row, events(subscription, fields));
      countDropped(fields);
      return entry;
    } catch (Unreadable unreadable) {
      String column = unreadable.field().wallosName();
      return new Entry.Spoilt(row, column, unreadable.code(), unreadable.detail());
    }
  }

  private List<ObjectNode> events(String subscription, Map<Field, String> fields) {
    BillingPeriod period = Cycle.parse(text(fields, Field.PAYMENT_CYCLE));
    LocalDate nextPayment = day(fields, Field.NEXT_PAYMENT);
    String time =
        target.time() == null
            ? Moments.onePeriodBefore(nextPayment, period)
            : Moments.of(target.time());
    List<ObjectNode> events = new ArrayList<>();
    ObjectNode started = started(fields, period, nextPayment);
    events.add(event("subscription.started", subscription, time, started));
    if (isDisabled(fields)) {
      // A second later, so that the end sorts behind the start.
      String later = OffsetDateTime.parse(time).plusSeconds(1).toInstant().toString();
      ObjectNode cancelled =
          NODES.objectNode().put("effectiveOn", end(fields, nextPayment).toString());
      events.add(event("subscription.cancelled", subscription, later, cancelled));
    }
    return events;
  }

  private ObjectNode started(Map<Field, String> fields, BillingPeriod period, LocalDate anchor) {
    ObjectNode data = NODES.objectNode();
    if (fields.containsKey(Field.NAME)) {
      data.put("name", text(fields, Field.NAME));
    }
    String category = text(fields, Field.CATEGORY);
    if (!category.isEmpty() && !category.equals(NO_CATEGORY)) {
      data.put("category", category);
    }
    Price price = Price.parse(text(fields, Field.PRICE), target.currency());
    data.putObject("price")
        .put("kind", "FIXED")
        .putObject("amount")
        .put("value", price.value())
        .put("currency", price.currency());
    data.putObject("billing")
        .put("every", period.every())
        .put("unit", period.unit().name())
        .put("anchor", anchor.toString());
    data.put("collection", collection(fields));
    if (text(fields, Field.NOTIFICATIONS).equals("Disabled")) {
      data.putObject("reminders").putArray("leads");
    }
    if (hasWebAddress(fields)) {
      data.put("url", text(fields, Field.URL));
    }
    return data;
  }

  private static String collection(Map<Field, String> fields) {
    return switch (text(fields, Field.RENEWAL)) {
      case "", "Automatic" -> "AUTO";
      case "Manual" -> "MANUAL";
      default -> throw new Unreadable(Field.RENEWAL, "enum", "Automatic or Manual is due.");
    };
  }

  private static boolean isDisabled(Map<Field, String> fields) {
    return text(fields, Field.ACTIVE).equals("No")
        || (!fields.containsKey(Field.ACTIVE) && text(fields, Field.STATE).equals("Disabled"));
  }

  /** What is disabled is not paid again, whatever its cancellation date says. */
  private static LocalDate end(Map<Field, String> fields, LocalDate nextPayment) {
    if (!fields.containsKey(Field.CANCELLATION_DATE)) {
      return nextPayment;
    }
    LocalDate cancelled = day(fields, Field.CANCELLATION_DATE);
    return cancelled.isBefore(nextPayment) ? cancelled : nextPayment;
  }

  private static LocalDate day(Map<Field, String> fields, Field field) {
    return Moments.day(text(fields, field))
        .orElseThrow(
            () ->
                fields.containsKey(field)
                    ? new Unreadable(field, "time-format", "A day such as 2026-01-31 is due.")
                    : new Unreadable(field, "field-missing", "The field is mandatory."));
  }

  private static boolean hasWebAddress(Map<Field, String> fields) {
    String url = text(fields, Field.URL);
    return url.startsWith("https://") || url.startsWith("http://");
  }

  private ObjectNode event(String type, String subscription, String time, ObjectNode data) {
    ObjectNode event =
        NODES
            .objectNode()
            .put("specversion", "1.0")
            .put("source", target.source())
            .put("type", type)
            .put("time", time)
            .put("subject", subscription)
            .put("subscriberid", target.subscriber());
    event.set("data", data);
    return event.put("id", DerivedId.of("wallos", event));
  }

  private void countDropped(Map<Field, String> fields) {
    fields.keySet().stream()
        .filter(field -> isDropped(field, fields))
        .forEach(field -> dropped.merge(field.wallosName(), 1, Integer::sum));
  }

  private static boolean isDropped(Field field, Map<Field, String> fields) {
    return switch (field) {
      case NOTES, PAYMENT_METHOD, PAID_BY -> true;
      case URL -> !hasWebAddress(fields);
      // Of an active subscription it is the day of a reminder, not an end.
      case CANCELLATION_DATE -> !isDisabled(fields);
      default -> false;
    };
  }

  /** Wallos keeps texts as HTML writes them. */
  private static String text(Map<Field, String> fields, Field field) {
    return fields
        .getOrDefault(field, "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }
}
