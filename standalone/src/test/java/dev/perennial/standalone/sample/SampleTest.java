package dev.perennial.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final Instant AT = Instant.parse("2026-11-23T01:10:00Z");

  private final Sample sample = Sample.generate(7, AT);

  @Test
  void isTheSameForTheSameSeedAndInstant() {
    assertThat(Sample.generate(7, AT)).isEqualTo(sample);
    assertThat(Sample.generate(8, AT).events()).isNotEqualTo(sample.events());
  }

  @Test
  void isLargeEnoughToShowSomething() {
    assertThat(sample.events()).hasSizeGreaterThan(6_000);
    assertThat(all("subscriberid")).hasSizeGreaterThanOrEqualTo(40);
    assertThat(started()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(all("currency")).contains("JPY", "EUR", "USD", "NZD", "GBP");
    assertThat(all("zone")).contains("Pacific/Auckland", "Europe/Vienna", "America/New_York");
  }

  @Test
  void tellsOfEveryKindOfEvent() {
    assertThat(all("type"))
        .containsExactlyInAnyOrder(
            "subscription.started",
            "subscription.changed",
            "subscription.paused",
            "subscription.resumed",
            "subscription.cancelled",
            "subscription.reactivated",
            "charge.announced",
            "payment.succeeded",
            "payment.failed",
            "payment.refunded",
            "payment.corrected",
            "payment.voided",
            "subscription.deleted",
            "alert.acknowledged",
            "alert.snoozed",
            "subscriber.deleted",
            "subscriber.updated",
            "tenant.updated",
            "exchange-rates.published");
  }

  @Test
  void beginsWithWhatBelongsToNoSubscriber() {
    int reference = (int) sample.events().stream().filter(SampleTest::isReference).count();
    assertThat(sample.events().subList(0, reference)).allMatch(SampleTest::isReference);
    assertThat(reference).isBetween(110, 160);
    Sample larger = Sample.generate(7, AT, 2);
    assertThat(larger.events().subList(0, reference))
        .isEqualTo(sample.events().subList(0, reference));
    assertThat(larger.events().subList(reference, larger.events().size()))
        .noneMatch(SampleTest::isReference);
  }

  private static boolean isReference(String event) {
    return !event.contains("\"subscriberid\"");
  }

  @Test
  void publishesRatesOfBusinessDaysWithOneLongGap() {
    List<LocalDate> dates = dates("EUR");
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < dates.size(); i++) {
      gaps.add(ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)));
    }
    assertThat(dates).noneMatch(date -> date.getDayOfWeek().getValue() > 5);
    assertThat(gaps)
        .contains(1L, 3L)
        .filteredOn(gap -> gap > 4)
        .singleElement()
        .satisfies(gap -> assertThat(gap).isGreaterThan(7));
    assertThat(dates.getLast()).isAfter(LocalDate.parse("2026-11-18"));
    assertThat(dates("USD")).hasSizeGreaterThan(5).anyMatch(date -> !dates.contains(date));
  }

  private List<LocalDate> dates(String base) {
    Pattern pattern = Pattern.compile("\"base\":\"" + base + "\",\"date\":\"([0-9-]+)\"");
    return sample.events().stream()
        .flatMap(event -> pattern.matcher(event).results().map(r -> LocalDate.parse(r.group(1))))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void repeatsSomeEventsWordForWordAndSomeIdsWithOtherContent() {
    assertThat(new HashSet<>(sample.events()).size()).isLessThan(sample.events().size() - 50);
    List<String> identities =
        sample.events().stream()
            .distinct()
            .map(event -> event.substring(0, event.indexOf(",\"type\"")))
            .toList();
    assertThat(new HashSet<>(identities)).hasSizeLessThan(identities.size());
  }

  @Test
  void endsAtItsInstantAndReachesBackEighteenMonths() {
    List<Instant> times = all("time").stream().map(Instant::parse).sorted().toList();
    assertThat(times.getFirst()).isBefore(AT.minus(Duration.ofDays(540)));
    assertThat(times.getLast()).isBeforeOrEqualTo(AT).isAfter(AT.minus(Duration.ofDays(1)));
  }

  @Test
  void isAboutSoManyTimesAsLargeWithSoManyCopies() {
    Sample larger = Sample.generate(7, AT, 3);
    assertThat(larger.events().size()).isBetween(sample.events().size() * 5 / 2, 27_000);
    assertThat(larger.events()).anyMatch(event -> event.contains("\"subscriberid\":\"alice-3\""));
    assertThat(larger.destinations()).isEqualTo(sample.destinations());
  }

  @Test
  void staysSmallEnoughToBeLookedAt() {
    assertThat(sample.events()).hasSizeLessThan(9_000);
    assertThat(started()).hasSizeLessThan(550);
  }

  @Test
  void shufflesWithoutLosingAnything() {
    assertThat(sample.shuffled(1)).containsExactlyInAnyOrderElementsOf(sample.events());
    assertThat(sample.shuffled(1)).isNotEqualTo(sample.events());
  }

  @Test
  void sendsMailOnlyToReservedDomains() {
    assertThat(sample.destinations())
        .allSatisfy(to -> assertThat(to.address()).matches("[a-z0-9-]+@example\\.(org|com|net)"));
  }

  @Test
  void changesWhatItWantsToBeRefused() {
    assertThat(sample.refusals()).extracting(Refusal::text).doesNotHaveDuplicates();
    assertThat(sample.refusals().stream().map(Refusal::code).distinct()).hasSizeGreaterThan(15);
  }

  private List<String> started() {
    return sample.events().stream()
        .filter(event -> event.contains("\"subscription.started\""))
        .distinct()
        .toList();
  }

  private List<String> all(String member) {
    Pattern pattern = Pattern.compile('"' + member + "\":\"([^\"]*)\"");
    return sample.events().stream()
        .flatMap(event -> pattern.matcher(event).results().map(r -> r.group(1)))
        .collect(Collectors.toCollection(java.util.TreeSet::new))
        .stream()
        .toList();
  }
}
