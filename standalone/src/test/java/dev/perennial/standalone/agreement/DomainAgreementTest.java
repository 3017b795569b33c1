package dev.perennial.standalone.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.Mode;
import dev.perennial.standalone.oracle.Comparison;
import dev.perennial.standalone.oracle.Expected;
import dev.perennial.standalone.oracle.History;
import dev.perennial.standalone.oracle.Imports;
import dev.perennial.standalone.oracle.Oracle;
import dev.perennial.standalone.oracle.Ticks;
import dev.perennial.standalone.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The business code and the oracle, written apart, say the same of the whole sample: without any
 * backend, so that a difference shows in seconds.
 */
class DomainAgreementTest {

  private static final String TENANT = "demo";

  /** What is sent, and what stays of what is erased: the domain knows of neither. */
  private static final String[] NOT_OF_THE_DOMAIN = {
    Expected.MAILS,
    Expected.DELIVERIES,
    Expected.REDIS_TOTALS,
    Expected.ERASED_SUBSCRIBERS,
    Expected.erased(Expected.SUBSCRIPTIONS),
    Expected.erased(Expected.PAYMENTS),
    Expected.erased(Expected.TOTALS),
    Expected.erased(Expected.DELIVERIES)
  };

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** An ordinary day, and a leap day shortly before midnight in Vienna. */
  @ParameterizedTest
  @CsvSource({
    "7, 2026-11-23T01:10:00Z, BACKFILL",
    "7, 2026-11-23T01:10:00Z, LIVE",
    "3, 2028-02-29T22:50:00Z, BACKFILL"
  })
  void domainAndOracleAgreeOnTheWholeSample(long seed, Instant at, Mode modeOfHistory) {
    Sample sample = Sample.generate(seed, at);
    History history = new History(sample, at.plusSeconds(30));
    DomainAnswer answer = new DomainAnswer(TENANT);
    for (String event : sample.shuffled(seed)) {
      Mode mode = history.holds(event) ? modeOfHistory : Mode.LIVE;
      answer.take(event, history.receivedAt(), mode);
    }
    Imports imports = modeOfHistory == Mode.BACKFILL ? history.imports() : Imports.none();
    List<Instant> instants =
        Stream.of(Duration.ofSeconds(90), Duration.ofMinutes(15), DAY, DAY.multipliedBy(2), WEEK)
            .map(at::plus)
            .toList();

    Ticks ticks =
        new Ticks(
            Map.of(0, instants.stream().map(tick -> new Ticks.Interval(tick, tick)).toList()));
    Expected expected =
        new Oracle(TENANT, id -> 0, ticks, Map.of(), imports)
            .expect(sample.events())
            .without(NOT_OF_THE_DOMAIN);
    Comparison comparison = Comparison.of(expected, answer.at(instants));
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.documents()).isGreaterThan(12_000);
  }
}
