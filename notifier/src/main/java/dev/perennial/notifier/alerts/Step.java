package dev.perennial.notifier.alerts;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.notifier.ledger.Entry;
import dev.perennial.notifier.ledger.Notice;
import dev.perennial.notifier.ledger.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one record of the alerts topic asks of the ledger. */
sealed interface Step {

  SubscriberKey subscriber();

  /** Where the record lies: what an erasure lies behind is over. */
  Place place();

  /**
   * Tell the subscriber.
   *
   * @param routing the destinations it is meant for; null for all that the subscriber has
   */
  record Enter(
      Place place, Notice notice, String title, String text, @Nullable List<String> routing)
      implements Step {

    @Override
    public SubscriberKey subscriber() {
      return notice.subscriber();
    }

    /** The entry for a subscriber who has these destinations. */
    Entry to(List<String> existing) {
      Set<String> chosen = new LinkedHashSet<>(routing == null ? existing : routing);
      chosen.retainAll(existing);
      return new Entry(place, notice, List.copyOf(chosen), title, text);
    }
  }

  /** Do not tell what has not been told yet. */
  record Withdraw(Place place, SubscriberKey subscriber, String alertId) implements Step {}

  /** Forget the subscriber, and all that lies before. */
  record Forget(Place place, SubscriberKey subscriber) implements Step {}
}
