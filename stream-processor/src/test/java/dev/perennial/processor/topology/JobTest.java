package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.SubscriberKey;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {

  private static final Job SUBSCRIBER = new Job.OfSubscriber(new SubscriberKey("a|c", "al%ice"));
  private static final Job TENANT = new Job.OfTenant("a|c");
  private static final Job RATES = new Job.OfRates(LocalDate.parse("2026-11-27"));

  @Test
  void eachIsFoundAgainByItsName() {
    for (Job job : List.of(SUBSCRIBER, TENANT, RATES)) {
      assertThat(Job.named(job.name())).isEqualTo(job);
    }
    assertThatThrownBy(() -> Job.named("acme|alice")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSubscriberWaitsForNobody() {
    assertThat(List.of(RATES, TENANT, SUBSCRIBER).stream().map(Job::name).sorted())
        .containsExactly(SUBSCRIBER.name(), TENANT.name(), RATES.name());
  }
}
