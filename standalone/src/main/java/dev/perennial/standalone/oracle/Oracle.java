package dev.perennial.standalone.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Says what the platform must hold for a list of events, by reading the list from its beginning.
 *
 * @param tenant whose events they are
 * @param partitionOf the partition that a subscriber's records share
 * @param ticks when the business clock ran; nothing is known of a partition without ticks but its
 *     events
 * @param destinations subscriber to destination id to address, as they were before the events
 * @param imports which of the events came in as history; whatever is told of one subscription for
 *     moments before the newest of them was received is not told
 */
public record Oracle(
    String tenant,
    ToIntFunction<String> partitionOf,
    Ticks ticks,
    Map<String, Map<String, String>> destinations,
    Imports imports) {

  /** Several connections post batches at once, and one that is told to wait falls behind. */
  private static final int OVERTAKING = 1_000;

  private static final List<String> COLLECTIONS =
      List.of(
          Expected.SUBSCRIPTIONS,
          Expected.PAYMENTS,
          Expected.TOTALS,
          Expected.TENANT_TOTALS,
          Expected.RECEIPTS,
          Expected.ALERTS,
          Expected.VOIDED_ALERTS,
          Expected.ERASED_SUBSCRIBERS,
          Expected.DELIVERIES,
          Expected.MAILS);

  /** One for events that all came in live. */
  public Oracle(
      String tenant,
      ToIntFunction<String> partitionOf,
      Ticks ticks,
      Map<String, Map<String, String>> destinations) {
    this(tenant, partitionOf, ticks, destinations, Imports.none());
  }

  /**
   * Everything that must be there after these events.
   *
   * @param events in any order; only which documents are there as erased goes by it, roughly
   */
  public Expected expect(List<String> events) {
    Map<String, Map<String, Map<String, Object>>> all = new TreeMap<>();
    Stream.concat(
            COLLECTIONS.stream(),
            Stream.concat(Erasures.COLLECTIONS.stream(), Stream.of(Expected.DELIVERIES))
                .map(Expected::erased))
        .forEach(name -> all.put(name, new TreeMap<>()));
    Ids perhaps = new Ids();
    List<Happening> happenings = imports.mark(events.stream().map(Happening::parse).toList());
    Reference reference = Reference.of(happenings);
    reference.writeReceipts(tenant, all);
    TenantTotals totals = new TenantTotals(tenant);
    Erasures.Arrival.bySubscriber(happenings)
        .forEach((id, own) -> sum(tell(id, reference, own, all, perhaps), totals));
    totals.write(all);
    all.put(Expected.REDIS_TOTALS, all.get(Expected.TOTALS));
    return new Expected(all, perhaps.asMap());
  }

  /** A tenant's figures are written on ticks. */
  private void sum(Account account, TenantTotals totals) {
    int partition = partitionOf.applyAsInt(account.owner().id);
    if (ticks.last(partition).isPresent()) {
      totals.add(account, partition);
    }
  }

  private Account tell(
      String subscriber,
      Reference reference,
      List<Erasures.Arrival> arrivals,
      Map<String, Map<String, Map<String, Object>>> all,
      Ids perhaps) {
    int partition = partitionOf.applyAsInt(subscriber);
    Reading reading = Reading.of(arrivals.stream().map(Erasures.Arrival::happening).toList());
    Account account = Account.of(subscriber, reference, reading, ticks.last(partition));
    Writer writer = new Writer(tenant, partition, account.owner(), all);
    writer.writeReceipts(account);
    writer.writeDocuments(account);
    Deliveries deliveries = new Deliveries(writer, destinations.getOrDefault(subscriber, Map.of()));
    new Telling(account, ticks.of(partition), tenant, deliveries).tell();
    new Erasures(tenant, subscriber, reference, arrivals, OVERTAKING).write(writer, perhaps);
    return account;
  }
}
