package dev.perennial.ingest.csv;

import static dev.perennial.ingest.csv.Column.may;
import static dev.perennial.ingest.csv.Column.must;
import static dev.perennial.ingest.csv.Form.AMOUNT;
import static dev.perennial.ingest.csv.Form.LIST;
import static dev.perennial.ingest.csv.Form.MOMENT;
import static dev.perennial.ingest.csv.Form.NUMBER;
import static dev.perennial.ingest.csv.Form.PERIOD;
import static dev.perennial.ingest.csv.Form.SHARE;
import static dev.perennial.ingest.csv.Form.TEXT;
import static dev.perennial.ingest.csv.Form.WORD;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of files, by the columns they have. docs/imports.md shows these tables. */
enum Kind {
  SUBSCRIPTIONS(
      Set.of("subscription.started"),
      List.of(
          must("subscriber", TEXT, "/subscriberid"),
          must("subscription", TEXT, "/subject"),
          must("name", TEXT, "/data/name"),
          must("amount", AMOUNT, "/data/price/amount/value"),
          must("currency", WORD, "/data/price/amount/currency"),
          must("unit", WORD, "/data/billing/unit"),
          must("anchor", TEXT, "/data/billing/anchor"),
          may("kind", WORD, "/data/price/kind").orElse("FIXED"),
          may("every", NUMBER, "/data/billing/every").orElse("1"),
          may("monthEnd", WORD, "/data/billing/monthEnd"),
          may("vendor", TEXT, "/data/vendor"),
          may("category", TEXT, "/data/category"),
          may("trialEnds", TEXT, "/data/trialEnds"),
          may("endsOn", TEXT, "/data/endsOn"),
          may("occurrences", NUMBER, "/data/occurrences"),
          may("notice", PERIOD, "/data/notice"),
          may("collection", WORD, "/data/collection"),
          may("share", SHARE, "/data/share"),
          may("url", TEXT, "/data/url"),
          may("tags", LIST, "/data/tags"),
          may("time", MOMENT, "/time"),
          may("id", TEXT, "/id"),
          may("source", TEXT, "/source")),
      """
      subscriber,subscription,name,vendor,category,amount,currency,kind,every,unit,anchor,monthEnd,\
      trialEnds,endsOn,occurrences,notice,collection,share,url,tags,time,id,source
      alice,netflix,Netflix,Netflix Inc.,streaming,12.99,EUR,FIXED,1,MONTH,2026-01-31,CLAMP,\
      ,,,1 MONTH,AUTO,1 of 2,https://www.netflix.com,home|video,,,
      """),

  PAYMENTS(
      Set.of(
          "payment.succeeded",
          "payment.failed",
          "payment.refunded",
          "payment.corrected",
          "payment.voided"),
      List.of(
          must("type", TEXT, "/type"),
          must("subscriber", TEXT, "/subscriberid"),
          must("subscription", TEXT, "/subject"),
          must("paymentId", TEXT, "/data/paymentId"),
          may("refundId", TEXT, "/data/refundId").of("payment.refunded"),
          may("amount", AMOUNT, "/data/amount/value")
              .of("payment.succeeded", "payment.failed", "payment.refunded", "payment.corrected"),
          may("currency", WORD, "/data/amount/currency")
              .of("payment.succeeded", "payment.failed", "payment.refunded", "payment.corrected"),
          may("dueOn", TEXT, "/data/dueOn")
              .of("payment.succeeded", "payment.failed", "payment.corrected"),
          may("time", MOMENT, "/time"),
          may("id", TEXT, "/id"),
          may("source", TEXT, "/source")),
      """
      type,subscriber,subscription,paymentId,refundId,amount,currency,dueOn,time,id,source
      payment.succeeded,alice,netflix,pay-1,,12.99,EUR,2026-01-31,2026-01-31T08:00:00Z,,
      """);

  private final Set<String> types;
  private final List<Column> columns;
  private final String template;

  /**
   * @param types of the events that its rows may become; of one alone no row says it
   * @param template a header and a row to start from
   */
  Kind(Set<String> types, List<Column> columns, String template) {
    this.types = types;
    this.columns = columns;
    this.template = template;
  }

  /** By the header: only payments have a type and an id of their own. */
  static Kind of(List<String> header) {
    boolean payments =
        header.stream()
            .map(String::strip)
            .anyMatch(name -> name.equalsIgnoreCase("type") || name.equalsIgnoreCase("paymentId"));
    return payments ? PAYMENTS : SUBSCRIPTIONS;
  }

  static Optional<Kind> byName(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  Set<String> types() {
    return types;
  }

  List<Column> columns() {
    return columns;
  }

  /** By RFC 4180: lines end with CR and LF. */
  String template() {
    return template.replace("\n", "\r\n");
  }

  Optional<Column> column(String name) {
    return columns.stream()
        .filter(column -> column.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  /** From the pointer of a value to the name of its column. */
  Map<String, String> namesByPointer() {
    Map<String, String> names = new LinkedHashMap<>();
    columns.forEach(column -> names.put(column.pointer(), column.name()));
    return names;
  }
}
