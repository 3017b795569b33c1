package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Billing;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.Notice;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.period.PeriodRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands on one day.
 *
 * @param category {@link Derivation#UNCATEGORISED} if none was given
 * @param endsOn first day on which nothing is due any more, by cancellation, agreement or number
 * @param resumesOn the running pause's last day plus one, if it is known
 * @param cancelBy until when which renewal can still be avoided; null without notice, once it is
 *     cancelled, and where nothing follows
 * @param expected what is expected next; null where nothing more is due, and once it has ended
 * @param periodRule where the subscriber's periods begin; null where it has not said
 * @param outlook what decides what was, is and will be due
 */
public record SubscriptionState(
    SubscriptionKey key,
    String name,
    @Nullable String vendor,
    String category,
    @Nullable String url,
    List<String> tags,
    SubscriptionStatus status,
    Terms terms,
    ZoneId zone,
    @Nullable LocalDate trialEnds,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate resumesOn,
    @Nullable CancelBy cancelBy,
    @Nullable Charge nextRenewal,
    @Nullable ExpectedCharge expected,
    Spending spending,
    @Nullable PeriodRule periodRule,
    Outlook outlook) {

  /**
   * What is agreed today.
   *
   * @param billing with the anchor that due dates are counted from now (a trial's end, the day of
   *     resuming)
   * @param occurrences how many due dates there are in all; null for no limit
   * @param priceHistory every price that was agreed, also those that lie ahead, by date
   * @param share which part of the price is the subscriber's; null for all
   * @param estimate what the price is taken to cost, if it varies
   */
  public record Terms(
      Price price,
      Billing billing,
      CollectionMode collection,
      @Nullable Integer occurrences,
      @Nullable Notice notice,
      List<PriceFrom> priceHistory,
      @Nullable Share share,
      @Nullable Money estimate) {

    public Terms {
      requireNonNull(price, "price");
      requireNonNull(billing, "billing");
      priceHistory = List.copyOf(priceHistory);
    }
  }

  /** A price and its first day. */
  public record PriceFrom(LocalDate from, Price price) {}

  /**
   * @param on last day on which a cancellation still avoids the renewal
   */
  public record CancelBy(LocalDate on, LocalDate renewal) {}

  /**
   * @param runRate what it costs a month, spread evenly; null while it costs nothing
   * @param lifetime what was paid in all, a currency at a time, by currency code; none is zero
   * @param paidSince the local day of the first payment that went through
   */
  public record Spending(
      @Nullable Money runRate,
      List<Money> lifetime,
      @Nullable LastPayment lastPayment,
      @Nullable LocalDate paidSince) {

    public Spending {
      lifetime = List.copyOf(lifetime);
    }
  }

  /** The newest payment that went through. */
  public record LastPayment(Instant paidAt, Money amount) {}

  public SubscriptionState {
    requireNonNull(key, "key");
    requireNonNull(outlook, "outlook");
    tags = List.copyOf(tags);
  }
}
