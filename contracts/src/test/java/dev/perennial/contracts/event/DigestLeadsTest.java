package dev.perennial.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.SubscriberUpdated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestLeadsTest {

  @Test
  void shouldTakeLeadsOfDigestsLargestFirst() {
    assertThat(updated("{\"digest.weekly\":[0,6],\"digest.monthly\":[28]}").leads())
        .containsEntry("digest.weekly", List.of(6, 0))
        .containsEntry("digest.monthly", List.of(28));
    assertThat(updated("{\"digest.weekly\":[]}").leads()).containsEntry("digest.weekly", List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"digest.weekly\":[0,7]} ~ number-range ~ /data/leads/digest.weekly/1",
        "{\"digest.weekly\":[-1]} ~ number-range ~ /data/leads/digest.weekly/0",
        "{\"digest.monthly\":[29]} ~ number-range ~ /data/leads/digest.monthly/0",
        "{\"budget.exceeded\":[1]} ~ enum ~ /data/leads",
        "{\"budget.recovered\":[1]} ~ enum ~ /data/leads"
      })
  void shouldHoldDigestsToTheirOwnLeads(String leads, String code, String pointer) {
    Violation violation = ((Decoding.Rejected) Samples.decode(event(leads))).violation();

    assertThat(List.of(violation.code(), violation.pointer())).containsExactly(code, pointer);
  }

  @Test
  void shouldRouteEveryType() {
    assertThat(EventLimits.ALERT_TYPES)
        .contains("budget.exceeded", "budget.recovered", "digest.weekly", "digest.monthly");
  }

  private static SubscriberUpdated updated(String leads) {
    return (SubscriberUpdated) Samples.event(event(leads)).fact().data();
  }

  private static String event(String leads) {
    return Samples.of("subscriber.updated", "{\"leads\":" + leads + "}");
  }
}
