package dev.perennial.notifier.alerts;

import dev.perennial.notifier.ledger.Entry;
import dev.perennial.notifier.ledger.Notice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one record of the alerts topic asks of the ledger. */
sealed interface Step {

  /**
   * Tell the subscriber.
   *
   * @param routing the destinations it is meant for; null for all that the subscriber has
   */
  record Enter(Notice notice, String title, String text, @Nullable List<String> routing)
      implements Step {

    /** The entry for a subscriber who has these destinations. */
    Entry to(List<String> existing) {
      Set<String> chosen = new LinkedHashSet<>(routing == null ? existing : routing);
      chosen.retainAll(existing);
      return new Entry(notice, List.copyOf(chosen), title, text);
    }
  }

  /** Do not tell what has not been told yet. */
  record Withdraw(String alertId) implements Step {}
}
