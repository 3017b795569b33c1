package dev.perennial.standalone.oracle;

import dev.perennial.standalone.oracle.Ticks.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;

/** What a test tells the oracle about Alice's gym, and what the oracle makes of it. */
@NullUnmarked // a missing document fails the test, which is its purpose
final class Told {

  /** 20 euros on the last of every month, agreed on 20 January 2025. */
  static final String GYM =
      """
      "name":"Gym","price":{"kind":"FIXED","amount":{"value":"20","currency":"EUR"}},
      "billing":{"every":1,"unit":"MONTH","anchor":"2025-01-31"}""";

  /** A month's notice, as {@link #start(String)} takes it. */
  static final String MONTH_BEFORE = ",\"notice\":{\"every\":1,\"unit\":\"MONTH\"}";

  private final List<String> events = new ArrayList<>();
  private final Map<String, String> destinations = new TreeMap<>();
  private final Map<String, Instant> imports = new HashMap<>();
  private Ticks ticks = Ticks.none();

  Told start() {
    return start("");
  }

  /**
   * @param more facets beyond name, price and billing, each with its comma before it
   */
  Told start(String more) {
    return add("subscription.started", "2025-01-20T10:00:00Z", GYM + more);
  }

  Told change(String day, String data) {
    return add("subscription.changed", noon(day), data);
  }

  Told pay(String time, String payment, String value) {
    return add("payment.succeeded", time, paid(payment, value));
  }

  Told refund(String time, String payment, String value) {
    return add("payment.refunded", time, "\"refundId\":\"r" + time + "\"," + paid(payment, value));
  }

  Told announce(String day, String dueOn, String value) {
    return add(
        "charge.announced", noon(day), "\"dueOn\":\"%s\",%s".formatted(dueOn, amount(value)));
  }

  Told fail(String time, String payment, String value) {
    return add("payment.failed", time, paid(payment, value));
  }

  /** What Alice says of herself, before all else. */
  Told prefer(String data) {
    return add("subscriber.updated", "2025-01-01T00:00:00Z", data);
  }

  /** What the tenant says, before all else. */
  Told tenant(String data) {
    return tenant("2025-01-01T00:00:00Z", data);
  }

  Told tenant(String time, String data) {
    return add(reference("e" + events.size(), "tenant.updated", time, "t", data));
  }

  /**
   * Rates of a day, published in its afternoon.
   *
   * @param rates "USD 1.1604, GBP 0.8745": what one of the base is worth
   */
  Told rates(String base, String date, String rates) {
    return rates(date + "T15:00:00Z", base, date, rates);
  }

  Told rates(String time, String base, String date, String rates) {
    String pairs = rates.replaceAll("([A-Z]{3}) ([0-9.]+)", "\"$1\":\"$2\"");
    String data =
        "\"base\":\"%s\",\"date\":\"%s\",\"rates\":{%s},\"source\":\"bank\""
            .formatted(base, date, pairs);
    return add(reference("e" + events.size(), "exchange-rates.published", time, base, data));
  }

  static String reference(String id, String type, String time, String subject, String data) {
    return """
        {"specversion":"1.0","id":"%s","source":"/reference","type":"%s","time":"%s",
         "subject":"%s","data":{%s}}"""
        .formatted(id, type, time, subject, data);
  }

  Told destination(String id) {
    destinations.put(id, id + "@example.org");
    return this;
  }

  Told cancelAtPeriodEnd(String day) {
    return add("subscription.cancelled", noon(day), "\"atPeriodEnd\":true");
  }

  static String noon(String day) {
    return day + "T12:00:00Z";
  }

  static String paid(String payment, String value) {
    return "\"paymentId\":\"%s\",%s".formatted(payment, amount(value));
  }

  static String amount(String value) {
    return amount(value, "EUR");
  }

  static String amount(String value, String currency) {
    return "\"amount\":{\"value\":\"%s\",\"currency\":\"%s\"}".formatted(value, currency);
  }

  static String price(String kind, String value) {
    return "\"price\":{\"kind\":\"%s\",%s}".formatted(kind, amount(value));
  }

  static String billing(int every, String unit, String anchor) {
    return "\"billing\":{\"every\":%d,\"unit\":\"%s\",\"anchor\":\"%s\"}"
        .formatted(every, unit, anchor);
  }

  /** Its id is e and its number, from zero. */
  Told add(String type, String time, String data) {
    return add(event("e" + events.size(), type, time, data));
  }

  Told add(String event) {
    events.add(event);
    return this;
  }

  static String event(String id, String type, String time, String data) {
    return event(id, "/billing", type, time, data);
  }

  static String event(String id, String source, String type, String time, String data) {
    String subject = type.startsWith("subscriber") ? "alice" : "gym";
    return """
        {"specversion":"1.0","id":"%s","source":"%s","type":"%s","time":"%s",
         "subject":"%s","subscriberid":"alice","data":{%s}}"""
        .formatted(id, source, type, time, subject, data);
  }

  Told tick(String first, String last) {
    List<Interval> all = new ArrayList<>(ticks.of(0));
    all.add(new Interval(Instant.parse(first), Instant.parse(last)));
    ticks = new Ticks(Map.of(0, all));
    return this;
  }

  /** Today is that day, whatever was told. */
  Told on(String day) {
    ticks = Ticks.none();
    return tick(noon(day), noon(day));
  }

  /** What was told last came in as history, and was received then. */
  Told importedAt(String time) {
    Happening last = Happening.parse(events.getLast());
    String key = Imports.key(last.subscriber(), last.source(), last.id(), last.digest());
    imports.put(key, Instant.parse(time));
    return this;
  }

  List<String> events() {
    return List.copyOf(events);
  }

  List<Happening> happenings() {
    return events.stream().map(Happening::parse).toList();
  }

  Expected expect() {
    return new Oracle("t", id -> 0, ticks, Map.of("alice", destinations), new Imports(imports))
        .expect(events);
  }

  Deal deal() {
    return new Deal(happenings(), new Owner("alice", List.of(), TenantWord.NONE));
  }

  Map<String, Object> subscription() {
    return expect().collection(Expected.SUBSCRIPTIONS).get("t|alice|gym");
  }

  Map<String, Object> payment(String id) {
    return expect().collection(Expected.PAYMENTS).get("t|alice|gym|" + id);
  }

  Map<String, Object> total(String month) {
    return expect().collection(Expected.TOTALS).get("t|alice|" + month);
  }

  Map<String, Object> tenantTotal(String month) {
    return expect().collection(Expected.TENANT_TOTALS).get("t|" + month + "|0");
  }

  List<Object> statuses() {
    return expect().collection(Expected.RECEIPTS).values().stream()
        .map(receipt -> receipt.get("status"))
        .toList();
  }

  /** What became of the event with that id, where there is one such event. */
  Object receipt(String eventId) {
    return expect().collection(Expected.RECEIPTS).values().stream()
        .filter(receipt -> receipt.get("eventId").equals(eventId))
        .map(receipt -> receipt.get("status"))
        .findFirst()
        .orElseThrow();
  }

  /** Of every type. */
  List<String> alerts() {
    return expect().collection(Expected.ALERTS).values().stream()
        .map(Told::shown)
        .sorted()
        .toList();
  }

  List<String> alerts(AlertType type) {
    return all(type).stream().map(Told::shown).sorted().toList();
  }

  private static String shown(Map<String, Object> alert) {
    return alert.get("dueOn") + " lead " + alert.get("lead") + " in " + alert.get("daysLeft");
  }

  private List<Map<String, Object>> all(AlertType type) {
    return expect().collection(Expected.ALERTS).values().stream()
        .filter(alert -> type.wireName.equals(alert.get("type")))
        .toList();
  }

  /** The only one of its type. */
  Map<String, Object> alert(AlertType type) {
    List<Map<String, Object>> found = all(type);
    if (found.size() != 1) {
      throw new AssertionError(type + ": " + found);
    }
    return found.getFirst();
  }

  /** As an alert writes it. */
  static Map<String, Object> written(String value) {
    return Map.of("value", value, "currency", "EUR");
  }

  static Map<String, Object> renewal(String dueOn) {
    return renewal(dueOn, "20.00");
  }

  static Map<String, Object> renewal(String dueOn, String value) {
    return Map.of("dueOn", date(dueOn), "amount", euros(value));
  }

  static Map<String, Object> estimate(String dueOn, String value) {
    Map<String, Object> estimate = new HashMap<>(renewal(dueOn, value));
    estimate.put("estimated", true);
    return estimate;
  }

  static Map<String, Object> euros(String value) {
    return money(value, "EUR");
  }

  static Map<String, Object> money(String value, String currency) {
    return Map.of("value", new BigDecimal(value), "currency", currency);
  }

  static Instant date(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }
}
