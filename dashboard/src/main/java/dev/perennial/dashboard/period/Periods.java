package dev.perennial.dashboard.period;

import static java.util.stream.Collectors.groupingBy;

import dev.perennial.dashboard.payment.LedgerPayment;
import dev.perennial.dashboard.payment.Payments;
import dev.perennial.dashboard.spending.PeriodSpend;
import dev.perennial.dashboard.spending.Spending;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.period.PeriodRule;
import dev.perennial.domain.reckoning.Account;
import dev.perennial.domain.reckoning.Agreed;
import dev.perennial.domain.reckoning.Reckoning;
import dev.perennial.domain.reckoning.Revision;
import dev.perennial.domain.reckoning.Revisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws a subscriber's periods from its subscriptions, payments and monthly totals. */
@Component
public class Periods {

  private final Agreements agreements;
  private final Payments payments;
  private final Spending spending;

  Periods(Agreements agreements, Payments payments, Spending spending) {
    this.agreements = agreements;
    this.payments = payments;
    this.spending = spending;
  }

  /**
   * The current period and those before it, the newest first.
   *
   * @param count at least 1
   */
  public List<SubscriberPeriod> newest(Subscriber subscriber, int count) {
    PeriodRule rule = subscriber.periodRule();
    List<Period> periods =
        Stream.iterate(rule.of(subscriber.today()), rule::before).limit(count).toList();
    Period days = new Period(periods.getLast().from(), periods.getFirst().until());
    Map<String, Agreed> agreed = agreements.of(subscriber);
    List<LedgerPayment> paid = payments.ofDays(subscriber, days, scheduled(days, agreed.values()));
    List<PeriodSpend> spent = spending.of(subscriber, periods);
    List<Account> accounts = accounts(agreed, paid);
    List<SubscriberPeriod> drawn = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      drawn.add(draw(subscriber, periods.get(i), accounts, spent.get(i), paid));
    }
    return drawn;
  }

  /** The scheduled dates of all that is due on these days; an announced one may lie elsewhere. */
  private static Period scheduled(Period days, Collection<Agreed> agreed) {
    LocalDate first = days.from();
    LocalDate last = days.lastDay();
    for (Agreed each : agreed) {
      for (Outlook.Announced announced : each.outlook().announced()) {
        if (days.covers(announced.charge().dueOn())) {
          LocalDate on = announced.scheduledOn();
          first = on.isBefore(first) ? on : first;
          last = on.isAfter(last) ? on : last;
        }
      }
    }
    return new Period(first, last.plusDays(1));
  }

  private static List<Account> accounts(Map<String, Agreed> agreed, List<LedgerPayment> paid) {
    Map<String, List<LedgerPayment>> bySubscription =
        paid.stream().collect(groupingBy(each -> each.payment().subscriptionId()));
    Set<String> ids = new HashSet<>(agreed.keySet());
    ids.addAll(bySubscription.keySet());
    return ids.stream()
        .map(
            id ->
                new Account(
                    agreed.get(id),
                    bySubscription.getOrDefault(id, List.of()).stream()
                        .map(LedgerPayment::paid)
                        .toList()))
        .toList();
  }

  private static SubscriberPeriod draw(
      Subscriber subscriber,
      Period period,
      List<Account> accounts,
      PeriodSpend spent,
      List<LedgerPayment> paid) {
    boolean closed = !subscriber.today().isBefore(period.until());
    return new SubscriberPeriod(
        subscriber.periodRule().nameOf(period),
        period,
        closed,
        Reckoning.of(period, subscriber.today(), accounts).currencies(),
        spent,
        closed ? revisions(subscriber, period, paid) : List.of());
  }

  private static List<Revision> revisions(
      Subscriber subscriber, Period period, List<LedgerPayment> paid) {
    return Revisions.of(
        LocalMoments.startOf(period.until(), subscriber.zone()),
        paid.stream()
            .filter(each -> period.covers(each.payment().paidOn()))
            .map(LedgerPayment::asRecord)
            .toList());
  }
}
