package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which documents of one subscriber are there only as erased. That depends on what came before a
 * deletion: what never was a document is none that is erased.
 *
 * @param reference taken as known before all else
 * @param arrivals its events in the order of their posting
 * @param overtaking how many places in that order an event may be ahead of its turn or behind it
 */
record Erasures(
    String tenant, String subscriber, Reference reference, List<Arrival> arrivals, int overtaking) {

  /** The collections whose documents are erased with what they are about. */
  static final List<String> COLLECTIONS =
      List.of(Expected.SUBSCRIPTIONS, Expected.PAYMENTS, Expected.TOTALS);

  /** An event and its place among all that were posted. */
  record Arrival(int place, Happening happening) {

    /** Reference data is of no subscriber. */
    static Map<String, List<Arrival>> bySubscriber(List<Happening> happenings) {
      Map<String, List<Arrival>> arrivals = new TreeMap<>();
      for (int place = 0; place < happenings.size(); place++) {
        Happening happening = happenings.get(place);
        if (!happening.isReference()) {
          arrivals
              .computeIfAbsent(happening.subscriber(), id -> new ArrayList<>())
              .add(new Arrival(place, happening));
        }
      }
      return arrivals;
    }
  }

  /** Only what is not there any more. */
  void write(Writer writer, Ids perhaps) {
    Ids certain = certain();
    Ids possible = possible();
    for (String name : COLLECTIONS) {
      Set<String> erased = new TreeSet<>(possible.of(name));
      erased.addAll(certain.of(name));
      erased.removeIf(id -> writer.has(name, id));
      erased.forEach(id -> writer.erase(name, id));
      erased.removeAll(certain.of(name));
      erased.forEach(id -> perhaps.add(Expected.erased(name), id));
    }
    writeMarkers(writer, perhaps);
  }

  /** The notifier is told of each floor that is higher than the one before. */
  private void writeMarkers(Writer writer, Ids perhaps) {
    TreeSet<Instant> floors = new TreeSet<>();
    arrivals.stream()
        .map(Arrival::happening)
        .filter(happening -> happening.is("subscriber.deleted"))
        .forEach(happening -> floors.add(happening.time()));
    for (Instant at : floors) {
      String key = Document.key(tenant, subscriber, at.toString());
      writer.put(Expected.ERASED_SUBSCRIBERS, key, marker(at));
      if (at.isBefore(floors.last())) {
        perhaps.add(Expected.ERASED_SUBSCRIBERS, key);
      }
    }
  }

  private Map<String, Object> marker(Instant at) {
    return Document.map("tenantId", tenant, "subscriberId", subscriber, "erasedAt", at.toString());
  }

  /** The ids of all that certainly were there when something was deleted. */
  Ids certain() {
    Ids ids = new Ids();
    for (Arrival arrival : arrivals) {
      if (arrival.happening().isDeletion()) {
        documentsBefore(arrival)
            .forEach((name, documents) -> documents.keySet().forEach(id -> ids.add(name, id)));
      }
    }
    return ids;
  }

  /** Where another deletion may have come first, and have overtaken what it forgets, it did. */
  private Map<String, Map<String, Map<String, Object>>> documentsBefore(Arrival deletion) {
    Map<String, Map<String, Map<String, Object>>> all = new TreeMap<>();
    COLLECTIONS.forEach(name -> all.put(name, new TreeMap<>()));
    List<Happening> before =
        arrivals.stream()
            .filter(
                each ->
                    each.place() < deletion.place() - overtaking
                        || mayComeBefore(each.happening(), deletion.happening())
                            && each.place() < deletion.place() + overtaking)
            .map(Arrival::happening)
            .toList();
    Account account = Account.of(subscriber, reference, Reading.of(before), Optional.empty());
    new Writer(tenant, 0, account.owner(), all).writeDocuments(account);
    return all;
  }

  private static boolean mayComeBefore(Happening other, Happening deletion) {
    return other.isDeletion() && !other.digest().equals(deletion.digest());
  }

  /** The ids of all that may have been there at some time. */
  Ids possible() {
    Ids ids = new Ids();
    for (Arrival arrival : arrivals) {
      Happening happening = arrival.happening();
      String subject = happening.subject();
      if (happening.is("subscription.started")) {
        ids.add(Expected.SUBSCRIPTIONS, Document.key(tenant, subscriber, subject));
      } else if (happening.is("payment.succeeded", "payment.failed")) {
        String payment = happening.text("paymentId");
        ids.add(Expected.PAYMENTS, Document.key(tenant, subscriber, subject, payment));
        months(happening)
            .forEach(month -> ids.add(Expected.TOTALS, Document.key(tenant, subscriber, month)));
      }
    }
    return ids;
  }

  /** By the day of any zone. */
  private static Stream<String> months(Happening payment) {
    LocalDate day = payment.time().atZone(ZoneOffset.UTC).toLocalDate();
    return Stream.of(day.minusDays(1), day, day.plusDays(1))
        .map(each -> each.toString().substring(0, 7));
  }
}
