package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.charge.AnnouncedCharge;

/** charge.announced: an upstream's own next date and amount. */
public record ChargeAnnounced(AnnouncedCharge charge) implements SubscriptionData {

  public ChargeAnnounced {
    requireNonNull(charge, "charge");
  }
}
