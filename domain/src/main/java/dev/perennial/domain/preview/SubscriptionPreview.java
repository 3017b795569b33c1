package dev.perennial.domain.preview;

import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.AlertRaised;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.SubscriptionView;
import java.util.List;

/**
 * One subscription of a preview.
 *
 * @param view as it stands at the beginning
 * @param charges what is due in the span, by date
 * @param alerts what would be told in it, at the moments of their {@code raisedAt}
 */
public record SubscriptionPreview(
    SubscriptionKey key, SubscriptionView view, List<Charge> charges, List<AlertRaised> alerts) {

  public SubscriptionPreview {
    charges = List.copyOf(charges);
    alerts = List.copyOf(alerts);
  }
}
