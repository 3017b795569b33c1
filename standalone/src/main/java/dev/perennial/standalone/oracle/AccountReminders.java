package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which alerts about all of a subscriber the ticks raised. */
final class AccountReminders {

  private static final int DAYS_OF_A_WEEK = 7;

  /** The longest lead there is. */
  private static final int LOOKING_AHEAD = 28;

  /** The longest a period can be over and still be told of. */
  private static final int LOOKING_BACK = 7;

  private final String tenant;
  private final Reminders.Listener listener;
  private final Answers answers = new Answers();

  AccountReminders(String tenant, Reminders.Listener listener) {
    this.tenant = tenant;
    this.listener = listener;
  }

  /**
   * @param account as it is known at the tick
   */
  void tick(Account account, Instant tick) {
    budgets(account, tick);
    digests(account, tick);
  }

  private void budgets(Account account, Instant tick) {
    Owner owner = account.owner();
    if (owner.budgets.isEmpty()) {
      return;
    }
    Spending spending = Spending.of(account);
    for (Period period : periods(owner.periods(), owner.today(tick))) {
      for (Budget budget : owner.budgets) {
        look(account, budget, period, spending.of(budget, period), tick);
      }
    }
  }

  /** That of the day, and those before that are not over for too long. */
  private static List<Period> periods(Periods periods, LocalDate today) {
    return IntStream.rangeClosed(0, LOOKING_BACK)
        .mapToObj(today::minusDays)
        .map(periods::of)
        .distinct()
        .filter(period -> BudgetMatter.isTold(period, today))
        .toList();
  }

  private void look(Account account, Budget budget, Period period, BigDecimal spent, Instant tick) {
    BudgetMatter over = new BudgetMatter(AlertType.BUDGET_EXCEEDED, budget, period, spent, tick);
    BudgetMatter under = new BudgetMatter(AlertType.BUDGET_RECOVERED, budget, period, spent, tick);
    if (answers.sleeps(over, account.owner(), tick)) {
      return;
    }
    Optional<AlertType> last = answers.last(over.subject()).map(Raised::type);
    boolean wasOver = last.filter(type -> type == AlertType.BUDGET_EXCEEDED).isPresent();
    boolean isOver = wasOver ? !budget.isRecoveredAt(spent) : budget.isExceededBy(spent);
    BudgetMatter now = isOver ? over : under;
    if (isOver != wasOver) {
      raise(account, now, new Answers.Turn(0, answers.timesTold(now, 0), tick), tick);
    } else if (last.isPresent()) {
      answers
          .nextTurn(now, 0, account.owner(), tick)
          .ifPresent(turn -> raise(account, now, turn, tick));
    }
  }

  private void digests(Account account, Instant tick) {
    LocalDate today = account.owner().today(tick);
    Stream.concat(weekly(account, today), monthly(account, today))
        .filter(digest -> !digest.isOfNothing())
        .forEach(
            digest ->
                answers
                    .newestMissed(digest, account.owner(), tick)
                    .ifPresent(turn -> raise(account, digest, turn, tick)));
  }

  private static Stream<Digest> weekly(Account account, LocalDate today) {
    return days(account, AlertType.DIGEST_WEEKLY, today)
        .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
        .map(
            monday ->
                Digest.of(
                    AlertType.DIGEST_WEEKLY,
                    Period.ofDays(monday, DAYS_OF_A_WEEK),
                    Period.ofDays(monday.minusDays(DAYS_OF_A_WEEK), DAYS_OF_A_WEEK),
                    account,
                    today));
  }

  private static Stream<Digest> monthly(Account account, LocalDate today) {
    Periods periods = account.owner().periods();
    return days(account, AlertType.DIGEST_MONTHLY, today)
        .filter(periods::beginOn)
        .map(
            first ->
                Digest.of(
                    AlertType.DIGEST_MONTHLY,
                    periods.of(first),
                    periods.of(first.minusDays(1)),
                    account,
                    today));
  }

  /** Those that one may be told of today, where one wants to be told at all. */
  private static Stream<LocalDate> days(Account account, AlertType type, LocalDate today) {
    return account.owner().leads(type).isEmpty()
        ? Stream.of()
        : IntStream.rangeClosed(0, LOOKING_AHEAD).mapToObj(today::plusDays);
  }

  private void raise(Account account, AccountMatter matter, Answers.Turn turn, Instant tick) {
    AccountAlert alert = new AccountAlert(account, tenant, matter, turn, tick);
    answers.add(alert);
    listener.raised(alert);
  }

  /** Takes back, at the subscriber's erasure, what may still be told. */
  void erase(Instant at) {
    answers.forget(at).forEach(listener::voided);
  }
}
