package dev.perennial.dashboard.period;

import dev.perennial.dashboard.spending.PeriodSpend;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.reckoning.Figures;
import dev.perennial.domain.reckoning.Revision;
import java.util.List;

/**
 * A period of a subscriber.
 *
 * @param name as its rule calls it
 * @param closed its last day is over where the subscriber lives
 * @param figures by currency
 * @param spend what of it is known at home
 * @param revisions the first one first; none while it is not closed
 */
public record SubscriberPeriod(
    String name,
    Period period,
    boolean closed,
    List<Figures> figures,
    PeriodSpend spend,
    List<Revision> revisions) {

  public SubscriberPeriod {
    figures = List.copyOf(figures);
    revisions = List.copyOf(revisions);
  }
}
