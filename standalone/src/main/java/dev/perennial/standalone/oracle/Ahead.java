package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a subscription's document says of what is agreed for later. */
record Ahead(Subscription subscription) {

  /** Null where nothing is, or all is over. */
  @Nullable Map<String, Object> document() {
    if (subscription.status().equals("ENDED") && announced().isEmpty()) {
      return null;
    }
    Map<String, Object> ahead =
        Document.map(
            "schedules", unlessEmpty(schedules()),
            "estimates", unlessEmpty(estimates()),
            "shares", unlessEmpty(shares()),
            "pauses", unlessEmpty(pauses()),
            "announced", unlessEmpty(announced()));
    return ahead.isEmpty() ? null : ahead;
  }

  private static @Nullable List<?> unlessEmpty(List<?> list) {
    return list.isEmpty() ? null : list;
  }

  private List<Map<String, Object>> schedules() {
    DueDates dueDates = subscription.deal().dueDates;
    return dueDates.schedulesAfter(today()).stream()
        .map(from -> starting(from, dueDates.scheduleOn(from).document()))
        .toList();
  }

  private List<Map<String, Object>> estimates() {
    return Price.agreed(subscription.deal().prices).stream()
        .filter(agreed -> today().isBefore(agreed.from()) && agreed.price().isVariable())
        .map(
            agreed ->
                Document.map(
                    "from", agreed.from(), "amount", agreed.price().expected(subscription.bills())))
        .toList();
  }

  private List<Map<String, Object>> shares() {
    Dated<Share> shares = subscription.deal().shares;
    return shares.starts().stream()
        .filter(today()::isBefore)
        .map(
            from -> {
              Share share = Share.orWhole(shares.on(from));
              return starting(from, Document.map("part", share.part(), "of", share.of()));
            })
        .toList();
  }

  private static Map<String, Object> starting(LocalDate from, Map<String, Object> what) {
    Map<String, Object> all = Document.map("from", from);
    all.putAll(what);
    return all;
  }

  private List<Map<String, Object>> pauses() {
    return subscription.deal().dueDates.pausesAfter(today()).stream()
        .map(pause -> Document.map("from", pause.from(), "until", pause.until()))
        .toList();
  }

  private List<Map<String, Object>> announced() {
    return subscription
        .charges(today())
        .announced()
        .filter(this::isAhead)
        .map(
            charge ->
                Document.map(
                    "scheduledOn",
                    charge.scheduled(),
                    "dueOn",
                    charge.dueOn(),
                    "amount",
                    charge.amount()))
        .toList();
  }

  /** Also one that was to come later: it will not come a second time. */
  private boolean isAhead(Charges.Charge charge) {
    return !charge.dueOn().isBefore(today()) || !charge.scheduled().isBefore(today());
  }

  private LocalDate today() {
    return subscription.today();
  }
}
