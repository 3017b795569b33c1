package dev.perennial.benchmarks;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.calendar.BillingCalendar;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The calendar of a bill of the 31st, soon after its anchor and long after. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CalendarBenchmark {

  private static final LocalDate ANCHOR = LocalDate.of(2020, 1, 31);

  @Param({"1", "5000"})
  int yearsLater = 1;

  @Param({"CLAMP", "SKIP"})
  MonthEnd monthEnd = MonthEnd.CLAMP;

  private BillingCalendar calendar = calendar();
  private LocalDate day = ANCHOR;

  @Setup
  public void prepare() {
    calendar = calendar();
    day = ANCHOR.plusYears(yearsLater);
  }

  private BillingCalendar calendar() {
    return new BillingCalendar(
        new Billing(new BillingPeriod(1, PeriodUnit.MONTH), ANCHOR, monthEnd));
  }

  @Benchmark
  public Optional<LocalDate> next() {
    return calendar.next(day);
  }

  @Benchmark
  public OptionalLong indexOf() {
    return calendar.indexOf(day);
  }
}
