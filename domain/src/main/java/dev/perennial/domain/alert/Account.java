package dev.perennial.domain.alert;

import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.period.Period;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know of a subscriber beside its own facts. It is asked for only where something
 * may be told of it, so it may take its time.
 */
public interface Account {

  /** What was spent on these days, and maybe on others. */
  Spend spent(Period days);

  /** All that have started, derived at the tick. */
  List<Subscribed> subscriptions();

  /** One of the subscriptions. */
  record Subscribed(String subscriptionId, String name, Outlook outlook) {

    /** Empty while it has not started. */
    public static Optional<Subscribed> of(SubscriptionView view) {
      return view.state()
          .map(
              state -> new Subscribed(state.key().subscriptionId(), state.name(), state.outlook()));
    }
  }
}
