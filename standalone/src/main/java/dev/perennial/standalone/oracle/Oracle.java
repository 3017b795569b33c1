package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Says what the platform must hold for a list of events, by reading the list from its beginning.
 *
 * @param tenant whose events they are
 * @param partitionOf the partition that a subscriber's records share
 * @param ticks when the business clock ran; nothing is known of a partition without ticks but its
 *     events
 * @param destinations subscriber to destination id to address
 */
public record Oracle(
    String tenant,
    ToIntFunction<String> partitionOf,
    Ticks ticks,
    Map<String, Map<String, String>> destinations) {

  /** Everything that must be there after these events. */
  public Expected expect(List<String> events) {
    Map<String, Map<String, Map<String, Object>>> all = new TreeMap<>();
    for (String name :
        List.of(
            Expected.SUBSCRIPTIONS,
            Expected.PAYMENTS,
            Expected.TOTALS,
            Expected.RECEIPTS,
            Expected.ALERTS,
            Expected.VOIDED_ALERTS,
            Expected.DELIVERIES,
            Expected.MAILS)) {
      all.put(name, new TreeMap<>());
    }
    Reading.bySubscriber(events).forEach((id, reading) -> tell(id, reading, all));
    all.put(Expected.REDIS_TOTALS, all.get(Expected.TOTALS));
    return new Expected(all);
  }

  private void tell(
      String subscriber, Reading reading, Map<String, Map<String, Map<String, Object>>> all) {
    int partition = partitionOf.applyAsInt(subscriber);
    Owner owner = new Owner(subscriber, Reading.counted(reading.updates()));
    Writer writer = new Writer(tenant, partition, owner, all);
    Totals totals = new Totals(writer);
    Deliveries deliveries = new Deliveries(writer, destinations.getOrDefault(subscriber, Map.of()));
    writer.receipts(reading.updates());
    reading
        .subscriptions()
        .forEach(
            (id, happenings) -> {
              Instant now = ticks.last(partition).orElse(Reading.newest(happenings));
              Subscription subscription = Subscription.of(id, happenings, owner, now);
              writer.write(subscription);
              subscription.bills().forEach(bill -> totals.add(bill, subscription.deal()));
              new Reminders(subscription, tenant, deliveries::deliver).tell(ticks.of(partition));
            });
    totals.write();
  }
}
