package dev.perennial.ingest.stripe;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A subscription as Stripe has it at one moment, in an old or a new version of its API. */
record Snapshot(StripeObject subscription) {

  private static final int LONGEST_NAME = 200;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  String id() {
    return subscription.required("id");
  }

  /** Everything of an agreement that Stripe knows of, each facet whole. */
  ObjectNode facets() {
    return CloudEvents.data()
        .put("name", name())
        .put("collection", collection())
        .set("price", price())
        .set("billing", billing());
  }

  /** The first paid day, where a trial lies ahead of the start. */
  Optional<LocalDate> trialEnds(Instant startedAt) {
    return subscription
        .instant("trial_end")
        .filter(startedAt::isBefore)
        .flatMap(end -> subscription.day("trial_end"));
  }

  /** Of the items since 2025-03-31, of the subscription before; of several the last. */
  Optional<Instant> periodEnd() {
    return Stream.concat(Stream.of(subscription), subscription.list("items").stream())
        .flatMap(holder -> holder.instant("current_period_end").stream())
        .max(Instant::compareTo);
  }

  private String name() {
    return subscription
        .text("description")
        .or(() -> items().getFirst().name())
        .map(Snapshot::oneLine)
        .filter(name -> !name.isBlank())
        .orElseGet(this::id);
  }

  private static String oneLine(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .limit(LONGEST_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private String collection() {
    boolean byInvoice =
        subscription.text("collection_method").filter("send_invoice"::equals).isPresent();
    return byInvoice ? "MANUAL" : "AUTO";
  }

  /** The items that are charged as often as the first one; any other makes it a varying price. */
  private ObjectNode price() {
    PricedItem.Interval interval = interval();
    List<PricedItem> together =
        items().stream().filter(item -> item.interval().equals(interval)).toList();
    boolean fixed =
        together.size() == items().size()
            && together.stream().allMatch(PricedItem::isFixed)
            && !subscription.at("items").isTrue("has_more")
            && !OnTop.isAny(subscription);
    BigDecimal cost =
        together.stream().map(PricedItem::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    ObjectNode price = NODES.objectNode().put("kind", fixed ? "FIXED" : "VARIABLE");
    return price.set("amount", MinorUnits.rounded(cost, items().getFirst().price()));
  }

  private ObjectNode billing() {
    LocalDate anchor =
        subscription
            .day("billing_cycle_anchor")
            .or(() -> subscription.day("current_period_start"))
            .orElseThrow(() -> new Unmappable(subscription.place() + ".billing_cycle_anchor"));
    return NODES
        .objectNode()
        .put("every", interval().every())
        .put("unit", interval().unit())
        .put("anchor", anchor.toString());
  }

  private PricedItem.Interval interval() {
    return items().getFirst().interval();
  }

  /** In the oldest versions the subscription has one plan, and is its own item. */
  private List<PricedItem> items() {
    List<PricedItem> items = subscription.list("items").stream().map(PricedItem::new).toList();
    if (!items.isEmpty()) {
      return items;
    }
    if (!subscription.at("plan").isPresent()) {
      throw new Unmappable(subscription.place() + ".items");
    }
    return List.of(new PricedItem(subscription));
  }
}
