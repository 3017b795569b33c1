package dev.perennial.domain.reckoning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;

import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The revisions of a period that is closed: what changed the spend of its payments, or what they
 * come to at home, and was received when its last day was over. An import revises nothing, and a
 * rate only what it did not find converted by it already.
 */
public final class Revisions {

  private record Unnumbered(Instant receivedAt, Revision.Cause cause) {}

  private static final Comparator<Unnumbered> IN_ORDER =
      Comparator.comparing(Unnumbered::receivedAt).thenComparing(each -> nameOf(each.cause()));

  private final Instant closedAt;

  private Revisions(Instant closedAt) {
    this.closedAt = closedAt;
  }

  /**
   * @param closedAt the first moment behind the period, where the subscriber lives
   * @param payments those that were paid on its days, in any order
   * @return the first one first
   */
  public static List<Revision> of(Instant closedAt, Collection<PaymentRecord> payments) {
    Revisions revisions = new Revisions(closedAt);
    List<Unnumbered> inOrder =
        Stream.concat(
                payments.stream().flatMap(revisions::events), revisions.rates(payments).stream())
            .sorted(IN_ORDER)
            .toList();
    List<Revision> numbered = new ArrayList<>();
    for (Unnumbered each : inOrder) {
      numbered.add(new Revision(numbered.size() + 1, each.receivedAt(), each.cause()));
    }
    return List.copyOf(numbered);
  }

  private Stream<Unnumbered> events(PaymentRecord payment) {
    Map<EventId, List<SpendEvent>> byEvent =
        payment.events().stream()
            .filter(event -> event.mode() == Mode.LIVE && isLate(event.receivedAt()))
            .collect(groupingBy(SpendEvent::id, LinkedHashMap::new, toList()));
    return byEvent.values().stream().map(changes -> byEvent(payment, changes));
  }

  private static Unnumbered byEvent(PaymentRecord payment, List<SpendEvent> changes) {
    SpendEvent event = changes.getFirst();
    return new Unnumbered(
        event.receivedAt(),
        new Revision.ByEvent(
            event.type(),
            event.id(),
            payment.subscriptionId(),
            payment.paymentId(),
            changes.stream().map(SpendEvent::change).toList()));
  }

  private List<Unnumbered> rates(Collection<PaymentRecord> payments) {
    return payments.stream()
        .flatMap(payment -> lateRate(payment).stream())
        .collect(groupingBy(rate -> rate, summingInt(rate -> 1)))
        .entrySet()
        .stream()
        .map(used -> byRate(used.getKey(), used.getValue()))
        .toList();
  }

  /** A payment that came after its rate was never anything but converted by it. */
  private Optional<UsedRate> lateRate(PaymentRecord payment) {
    return Optional.ofNullable(payment.rate())
        .filter(rate -> isLate(rate.receivedAt()))
        .filter(
            rate ->
                payment.events().stream()
                    .anyMatch(event -> event.receivedAt().isBefore(rate.receivedAt())));
  }

  private static Unnumbered byRate(UsedRate rate, int payments) {
    return new Unnumbered(
        rate.receivedAt(), new Revision.ByRate(rate.base(), rate.date(), rate.source(), payments));
  }

  private boolean isLate(Instant receivedAt) {
    return !receivedAt.isBefore(closedAt);
  }

  /** What was received at one moment has an order of its own, too. */
  private static String nameOf(Revision.Cause cause) {
    return switch (cause) {
      case Revision.ByEvent event -> "1 " + event.event().source() + " " + event.event().id();
      case Revision.ByRate rate -> "2 " + rate.base() + " " + rate.date();
    };
  }
}
