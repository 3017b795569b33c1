package dev.perennial.contracts.event;

import dev.perennial.domain.Billing;
import dev.perennial.domain.Money;
import dev.perennial.domain.Notice;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.ExchangeRates;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an event's data in its one canonical form: fixed order of fields, canonical amounts, what
 * is absent left out. Digests hang on these bytes: a change here makes known events look new.
 */
final class DataWriter {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DataWriter() {}

  static byte[] write(EventData data) {
    return MAPPER.writeValueAsBytes(object(data));
  }

  private static ObjectNode object(EventData data) {
    ObjectNode json = NODES.objectNode();
    switch (data) {
      case SubscriptionStarted started -> {
        put(json, started.facets());
        put(json, "trialEnds", started.trialEnds());
      }
      case SubscriptionChanged changed -> {
        put(json, changed.facets());
        put(json, "effectiveOn", changed.effectiveOn());
      }
      case ChangeWithdrawn withdrawn -> json.put("withdraws", withdrawn.changeId());
      case SubscriptionPaused paused -> put(json, "resumesOn", paused.resumesOn());
      case SubscriptionResumed resumed -> put(json, "anchor", resumed.anchor());
      case SubscriptionCancelled cancelled -> put(json, cancelled);
      case SubscriptionReactivated reactivated -> {}
      case ChargeAnnounced announced -> {
        put(json, "dueOn", announced.charge().dueOn());
        json.set("amount", amount(announced.charge().amount()));
      }
      case PaymentSucceeded paid -> {
        put(json, paid.paymentId(), paid.amount());
        put(json, "dueOn", paid.dueOn());
      }
      case PaymentFailed failed -> {
        put(json, failed.paymentId(), failed.amount());
        put(json, "dueOn", failed.dueOn());
      }
      case PaymentRefunded refunded -> {
        put(json, refunded.paymentId(), refunded.amount());
        put(json, "refundId", refunded.refundId());
      }
      case PaymentCorrected corrected -> {
        put(json, corrected.paymentId(), corrected.amount());
        put(json, "dueOn", corrected.dueOn());
      }
      case PaymentVoided voided -> json.put("paymentId", voided.paymentId());
      case SubscriptionDeleted deleted -> {}
      case AlertAcknowledged acknowledged -> json.put("alertId", acknowledged.alertId());
      case AlertSnoozed snoozed -> {
        json.put("alertId", snoozed.alertId());
        put(json, "until", snoozed.until());
      }
      case SubscriberDeleted deleted -> {}
      case SubscriberUpdated updated -> PreferencesWriter.put(json, updated);
      case TenantUpdated updated -> PreferencesWriter.put(json, updated);
      case ExchangeRatesPublished published -> put(json, published.rates());
    }
    return json;
  }

  private static void put(ObjectNode json, String paymentId, Money amount) {
    json.put("paymentId", paymentId);
    json.set("amount", amount(amount));
  }

  private static void put(ObjectNode json, SubscriptionCancelled cancelled) {
    put(json, "effectiveOn", cancelled.effectiveOn());
    if (cancelled.atPeriodEnd()) {
      json.put("atPeriodEnd", true);
    }
  }

  private static void put(ObjectNode json, Facets facets) {
    put(json, "name", facets.name());
    put(json, "vendor", facets.vendor());
    put(json, "category", facets.category());
    if (facets.price() != null) {
      json.set("price", price(facets.price()));
    }
    if (facets.billing() != null) {
      json.set("billing", billing(facets.billing()));
    }
    put(json, "endsOn", facets.endsOn());
    put(json, "collection", facets.collection());
    if (facets.reminders() != null) {
      json.set("reminders", reminders(facets.reminders()));
    }
    put(json, "url", facets.url());
    if (facets.tags() != null) {
      json.set("tags", strings(facets.tags()));
    }
    if (facets.occurrences() != null) {
      json.put("occurrences", facets.occurrences());
    }
    if (facets.notice() != null) {
      json.set("notice", notice(facets.notice()));
    }
    if (facets.share() != null) {
      json.set("share", share(facets.share()));
    }
  }

  private static void put(ObjectNode json, ExchangeRates published) {
    put(json, "base", published.base());
    put(json, "date", published.date());
    ObjectNode rates = json.putObject("rates");
    Map<String, String> sorted = new TreeMap<>();
    published
        .rates()
        .forEach((currency, rate) -> sorted.put(currency.getCurrencyCode(), rate.toPlainString()));
    sorted.forEach(rates::put);
    put(json, "source", published.source());
  }

  static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }

  private static ObjectNode price(Price price) {
    ObjectNode json = NODES.objectNode().put("kind", price.kind().name());
    json.set("amount", amount(price.amount()));
    return json;
  }

  static ObjectNode amount(Money amount) {
    return NODES
        .objectNode()
        .put("value", amount.value().toPlainString())
        .put("currency", amount.currency().getCurrencyCode());
  }

  private static ObjectNode billing(Billing billing) {
    return NODES
        .objectNode()
        .put("every", billing.period().every())
        .put("unit", billing.period().unit().name())
        .put("anchor", billing.anchor().toString())
        .put("monthEnd", billing.monthEnd().name());
  }

  private static ObjectNode notice(Notice notice) {
    return NODES.objectNode().put("every", notice.every()).put("unit", notice.unit().name());
  }

  private static ObjectNode share(Share share) {
    return NODES.objectNode().put("part", share.part()).put("of", share.of());
  }

  private static ObjectNode reminders(Reminders reminders) {
    ObjectNode json = NODES.objectNode();
    if (reminders.leads() != null) {
      json.set("leads", numbers(reminders.leads()));
    }
    Reminders.Repeat repeat = reminders.repeat();
    if (repeat != null) {
      json.putObject("repeat")
          .put("every", repeat.every())
          .put("most", repeat.most())
          .put("until", repeat.until().name());
    }
    return json;
  }

  static ArrayNode numbers(Collection<Integer> numbers) {
    ArrayNode array = NODES.arrayNode();
    numbers.forEach(array::add);
    return array;
  }

  static ArrayNode strings(Collection<String> strings) {
    ArrayNode array = NODES.arrayNode();
    strings.forEach(array::add);
    return array;
  }
}
