package dev.perennial.domain.reckoning;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment, as far as a reckoning has to know it.
 *
 * @param paidOn its local day
 * @param matches the scheduled due date that it belongs to, if any
 * @param pays it went through, and has not gone back in full
 * @param net what it adds to spend: the subscriber's part, refunds taken off; of several currencies
 *     where it was refunded in another, empty where it did not go through
 */
public record Paid(
    String paymentId,
    Instant paidAt,
    LocalDate paidOn,
    @Nullable LocalDate matches,
    boolean pays,
    List<Money> net) {

  static final Comparator<Paid> BY_TIME =
      Comparator.comparing(Paid::paidAt).thenComparing(Paid::paymentId);

  public Paid {
    requireNonNull(paymentId, "paymentId");
    requireNonNull(paidAt, "paidAt");
    requireNonNull(paidOn, "paidOn");
    net = List.copyOf(net);
  }
}
