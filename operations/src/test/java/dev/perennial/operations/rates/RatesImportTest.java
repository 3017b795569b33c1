package dev.perennial.operations.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.operations.OperationException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesImportTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  /** A second more than 30 days behind four in the afternoon of the first day. */
  private static final Instant NOW = Instant.parse("2026-02-04T15:00:01Z");

  private static final String KEY = "pk_k3v9x0ab_" + "A".repeat(43);

  private final FakeIngest ingest = new FakeIngest();
  private final List<String> progress = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final RatesImport rates = to(ingest.uri());

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void aDayIsOneEventThatDependsOnTheDayAlone() {
    assertThat(rates.run(days(1)).published()).isEqualTo(1);

    ReferenceEvent event = ingest.batches.getFirst().getFirst();
    assertThat(event.subject()).isEqualTo("EUR");
    assertThat(event.fact().id().id()).isEqualTo("ecb-2026-01-05");
    assertThat(event.fact().id().source()).isEqualTo("https://www.ecb.europa.eu/stats/eurofxref");
    assertThat(((ExchangeRatesPublished) event.fact().data()).rates().of(usd()))
        .contains(new BigDecimal("1.1604"));
    assertThat(ingest.keys).containsExactly("Bearer " + KEY);

    to(ingest.uri()).run(days(1));
    assertThat(ingest.batches.getLast().getFirst().fact().digest())
        .isEqualTo(event.fact().digest());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-27, 2026-11-27T15:00:00Z", "2026-07-01, 2026-07-01T14:00:00Z"})
  void theTimeIsFourInTheAfternoonInFrankfurt(LocalDate date, Instant time) {
    rates.run(List.of(day(date)));
    assertThat(ingest.batches.getFirst().getFirst().fact().time()).isEqualTo(time);
  }

  @Test
  void manyDaysGoInBatches() {
    assertThat(rates.run(days(250)).published()).isEqualTo(250);
    assertThat(ingest.batches).extracting(List::size).containsExactly(100, 100, 50);
    assertThat(progress)
        .containsExactly(
            "100 of 250 days, up to 2026-04-14",
            "200 of 250 days, up to 2026-07-23",
            "250 of 250 days, up to 2026-09-11");
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatLiesMoreThanThirtyDaysBackGoesAsHistory() {
    rates.run(days(102));
    rates.run(days(1));
    rates.run(days(2).subList(1, 2));
    assertThat(ingest.queries).containsExactly("mode=backfill", "", "mode=backfill", "");
  }

  @Test
  void aKeyThatMayNotImportHistoryIsToldAtOnce() {
    ingest.next(403, "{\"code\":\"scope-missing\"}");
    assertThatThrownBy(() -> rates.run(days(1)))
        .isInstanceOf(OperationException.class)
        .hasMessageStartingWith("The API key lacks the scope events:backfill")
        .hasMessageNotContaining("\n");
    assertThat(ingest.batches).hasSize(1);
  }

  @Test
  void whatIngestHadAlreadyIsPublishedAndNotSentAgain() {
    ingest.nextItems(202, "accepted", "duplicate", "duplicate");
    RatesImport.Result result = rates.run(days(3));
    assertThat(result.published()).isEqualTo(3);
    assertThat(result.known()).isEqualTo(2);
    assertThat(ingest.batches).hasSize(1);
  }

  /** Such as one of a later release. */
  @Test
  void aStatusThatNobodyKnowsIsNoSuccessAndNotTriedForEver() {
    ingest.nextItems(207, "accepted", "deferred");
    RatesImport.Result result = rates.run(days(2));
    assertThat(result.published()).isEqualTo(1);
    assertThat(result.refused()).containsExactly(Map.entry(FIRST.plusDays(1), "rejected"));
    assertThat(ingest.batches).hasSize(1);
  }

  @Test
  void whoeverIsTooFastWaits() {
    ingest.next(429, "{\"code\":\"rate-limited\"}");
    assertThat(rates.run(days(1)).published()).isEqualTo(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void whileNothingIsTakenTheBatchIsSentAgainAsOftenAsItIsToldTo() {
    ingest.nextUnavailable("3");
    ingest.nextUnavailable("7");
    assertThat(rates.run(days(2)).published()).isEqualTo(2);
    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(7));
    assertThat(ingest.ids(2)).isEqualTo(ingest.ids(0));
  }

  @Test
  void theWaitIsBounded() {
    for (int time = 0; time < 10; time++) {
      ingest.nextUnavailable("30");
    }
    assertThatThrownBy(() -> rates.run(days(1)))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("Ingest takes nothing at the moment; 0 days are published");
    assertThat(pauses).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"0", "soon", "''"})
  void noRequestFollowsAtOnce(String retryAfter) {
    ingest.nextUnavailable(retryAfter);
    rates.run(days(1));
    assertThat(pauses).singleElement().satisfies(pause -> assertThat(pause).isPositive());
  }

  @Test
  void whatWasNotAcknowledgedIsSentAgainAlone() {
    ingest.nextItems(207, "accepted", "unacknowledged", "accepted", "unacknowledged");
    assertThat(rates.run(days(4)).published()).isEqualTo(4);
    assertThat(ingest.ids(1)).containsExactly("ecb-2026-01-06", "ecb-2026-01-08");
  }

  @Test
  void whatIsRejectedIsToldAndTheOthersGoOn() {
    ingest.nextItems(207, "accepted", "time-future");
    RatesImport.Result result = rates.run(days(2));
    assertThat(result.published()).isEqualTo(1);
    assertThat(result.refused()).containsExactly(Map.entry(FIRST.plusDays(1), "time-future"));
  }

  @Test
  void aBatchOfWhichNothingIsValidIsToldToo() {
    ingest.nextItems(422, "time-future", "time-future");
    assertThat(rates.run(days(2)).refused()).hasSize(2);
  }

  @Test
  void aBatchThatIsTooLargeIsHalved() {
    ingest.next(413, "{\"code\":\"batch-too-large\"}");
    ingest.next(413, "{\"code\":\"batch-too-large\"}");
    assertThat(rates.run(days(5)).published()).isEqualTo(5);
    assertThat(ingest.batches).extracting(List::size).containsExactly(5, 2, 1, 1, 3);
  }

  @Test
  void oneDayThatIsTooLargeIsNotHalvedForEver() {
    ingest.next(413, "{\"code\":\"batch-too-large\"}");
    assertThatThrownBy(() -> rates.run(days(1)))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("even one day");
  }

  @Test
  void aKeyWithoutTheScopeIsToldAtOnce() {
    ingest.nextItems(422, Collections.nCopies(100, "scope-missing").toArray(String[]::new));
    assertThatThrownBy(() -> rates.run(days(200)))
        .isInstanceOf(OperationException.class)
        .hasMessage("The API key lacks the scope rates:write");
    assertThat(ingest.batches).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, Ingest does not accept the API key",
    "403, The API key lacks the scope events:write",
    "500, Ingest answered 500 oops",
    "302, Ingest answered 302 oops"
  })
  void whatNothingCanBeDoneAboutEndsIt(int status, String message) {
    ingest.next(status, "{\"code\":\"oops\"}");
    assertThatThrownBy(() -> rates.run(days(2).subList(1, 2)))
        .isInstanceOf(OperationException.class)
        .hasMessage(message);
  }

  @Test
  void anAnswerOfSomethingElseIsNotTakenForSuccess() {
    ingest.next(202, "<html>welcome</html>");
    assertThatThrownBy(() -> rates.run(days(1)))
        .isInstanceOf(OperationException.class)
        .hasMessageStartingWith("Ingest answered 202");
  }

  @Test
  void whereNobodyListensThatIsSaidWithoutCredentials() {
    ingest.close();
    URI nobody = URI.create("http://user:secret@127.0.0.1:" + ingest.uri().getPort());
    assertThatThrownBy(() -> to(nobody).run(days(1)))
        .isInstanceOf(OperationException.class)
        .hasMessageStartingWith("Ingest does not answer at http://")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAddressThatIsNoneIsSaid() {
    assertThatThrownBy(() -> to(URI.create("ftp://127.0.0.1")))
        .isInstanceOf(OperationException.class)
        .hasMessage("The address of ingest is an http or https URL");
  }

  private RatesImport to(URI place) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new RatesImport(place, KEY, clock, progress::add, pauses::add);
  }

  private static List<ExchangeRates> days(int count) {
    return IntStream.range(0, count).mapToObj(index -> day(FIRST.plusDays(index))).toList();
  }

  private static ExchangeRates day(LocalDate date) {
    return new ExchangeRates(
        Currency.getInstance("EUR"), date, Map.of(usd(), new BigDecimal("1.1604")), "ECB");
  }

  private static Currency usd() {
    return Currency.getInstance("USD");
  }
}
