package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a subscription's document says of all that was, is and will be agreed. */
record WholeDeal(Subscription subscription) {

  Map<String, Object> document() {
    return Document.map(
        "from", Objects.requireNonNull(deal().firstDay),
        "schedules", schedules(),
        "shares", unlessEmpty(shares()),
        "estimates", unlessEmpty(estimates()),
        "pauses", unlessEmpty(pauses()),
        "announced", unlessEmpty(announced()));
  }

  private static @Nullable List<?> unlessEmpty(List<?> list) {
    return list.isEmpty() ? null : list;
  }

  private Deal deal() {
    return subscription.deal();
  }

  private List<Map<String, Object>> schedules() {
    DueDates dueDates = deal().dueDates;
    return dueDates.firstDays().stream()
        .map(from -> starting(from, dueDates.scheduleOn(from).document()))
        .toList();
  }

  private List<Map<String, Object>> estimates() {
    return Price.agreed(deal().prices).stream()
        .filter(agreed -> agreed.price().isVariable())
        .map(
            agreed ->
                Document.map(
                    "from", agreed.from(), "amount", agreed.price().expected(subscription.bills())))
        .toList();
  }

  /** Of all of it where none is agreed, but only where one ever was. */
  private List<Map<String, Object>> shares() {
    Dated<Share> shares = deal().shares;
    if (shares.starts().stream().allMatch(from -> shares.on(from) == null)) {
      return List.of();
    }
    return shares.starts().stream()
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
    return deal().dueDates.everyPause().stream()
        .map(pause -> Document.map("from", pause.from(), "until", pause.until()))
        .toList();
  }

  private List<Map<String, Object>> announced() {
    return subscription
        .charges(subscription.today())
        .announced()
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
}
