package dev.perennial.ingest.wallos;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an export's entry, with the names that Wallos gives them in JSON and CSV
 * (endpoints/subscriptions/export.php of its repository).
 */
enum Field {
  NAME("Name", "/data/name", "/subject"),
  PAYMENT_CYCLE("Payment Cycle", "/data/billing"),
  NEXT_PAYMENT("Next Payment", "/data/billing/anchor", "/time", "/data/effectiveOn"),
  RENEWAL("Renewal", "/data/collection"),
  CATEGORY("Category", "/data/category"),
  PAYMENT_METHOD("Payment Method"),
  PAID_BY("Paid By"),
  PRICE("Price", "/data/price"),
  NOTES("Notes"),
  URL("URL", "/data/url"),
  STATE("State"),
  NOTIFICATIONS("Notifications", "/data/reminders"),
  CANCELLATION_DATE("Cancellation Date"),
  ACTIVE("Active");

  private final String wallosName;
  private final String[] pointers;

  /**
   * @param pointers of the event's values that it becomes
   */
  Field(String wallosName, String... pointers) {
    this.wallosName = wallosName;
    this.pointers = pointers;
  }

  String wallosName() {
    return wallosName;
  }

  static Optional<Field> byName(String name) {
    return Arrays.stream(values())
        .filter(field -> field.wallosName.equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  /** From the pointer of an event's value to the field, or the parameter, that it came from. */
  static Map<String, String> namesByPointer() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Field field : values()) {
      for (String pointer : field.pointers) {
        names.put(pointer, field.wallosName);
      }
    }
    names.put("/subscriberid", "subscriber");
    names.put("/source", "source");
    return names;
  }
}
