package dev.perennial.processor.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.OwnAlerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Bytes that this layout has left in stores. */
class StoredLayoutsTest {

  private static final String KEY = "acme|alice|netflix";

  private static final MemoryFormat<SubscriptionMemory> SUBSCRIPTIONS =
      MemoryFormat.subscriptions();

  /** Fails when the dictionary or the order of parts was changed under the same version. */
  @Test
  void shouldReadASubscriptionThatLayout4HasLeft() {
    SubscriptionMemory memory = SUBSCRIPTIONS.read(KEY, stored("layout-4/typical.bin"));

    assertThat(memory.facts().entries())
        .extracting(entry -> entry.fact().id().id())
        .containsExactly("evt-1", "evt-2", "evt-3", "evt-4", "evt-0", "evt-5", "evt-6", "evt-7");
    assertThat(memory.facts().entries())
        .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(FactStatus.Outcome.APPLIED));
    assertThat(memory.facts().entries().getFirst().fact().digest())
        .isEqualTo("e86781b4eb882ac5e283cc85a22c9178");
    assertThat(memory.told()).hasSize(7).containsKeys("", "inv-6");
    assertThat(memory.additions().contributions())
        .hasSize(6)
        .allSatisfy(each -> assertThat(each.home().known()).contains(each.amount()));
    assertThat(memory.additions().movements())
        .extracting(Movement::kind)
        .containsExactly(Movement.Kind.NEW, Movement.Kind.EXPANSION);
    assertThat(memory.raised().slots().keySet())
        .extracting(RaisedAlerts.Slot::type)
        .containsExactly(AlertType.RENEWAL_UPCOMING);
    assertThat(memory.moment()).isEqualTo(Instant.parse("2021-07-30T07:00:00Z"));
  }

  @Test
  void shouldNotKeepDigestsThatFollowFromTheFacts() {
    SubscriptionMemory memory = SUBSCRIPTIONS.read(KEY, stored("layout-4/typical.bin"));

    byte[] underItsKey = SUBSCRIPTIONS.write(KEY, memory);
    byte[] underAnother = SUBSCRIPTIONS.write("acme|alice|spotify", memory);

    assertThat(underAnother.length - underItsKey.length)
        .isGreaterThanOrEqualTo(16 * memory.facts().size());
    assertThat(SUBSCRIPTIONS.read("acme|alice|spotify", underAnother)).isEqualTo(memory);
  }

  /** What gets another component must keep it too: here, and under a version of its own. */
  @Test
  void shouldKeepEveryComponent() {
    assertThat(components(SubscriptionMemory.class))
        .containsExactly("facts", "told", "additions", "raised", "moment");
    assertThat(components(SubscriberMemory.class))
        .containsExactly("facts", "subscriptions", "raised", "moment");
    assertThat(components(OwnAlerts.Raised.class))
        .containsExactly("revision", "standing", "alertId", "content", "lastDay", "raisedAt");
    assertThat(components(StoredFact.class)).containsExactly("fact", "offset", "outcome");
    assertThat(components(RateMemory.class)).containsExactly("tenantId", "fact", "superseded");
    assertThat(components(Fact.class))
        .containsExactly("id", "time", "digest", "receivedAt", "mode", "data");
    assertThat(components(Additions.class)).containsExactly("contributions", "movements");
    assertThat(components(Contribution.class))
        .containsExactly("day", "category", "amount", "home", "reporting");
    assertThat(components(Movement.class)).containsExactly("day", "kind", "category", "amount");
    assertThat(components(MonthlyTotal.class)).containsExactly("days", "home", "unconverted");
    assertThat(components(MonthlyTotal.Day.class)).containsExactly("day", "category", "currency");
    assertThat(components(TenantTotal.Sum.class)).containsExactly("amount", "subscriptions");
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static byte[] stored(String name) {
    try (InputStream bytes =
        Objects.requireNonNull(
            StoredLayoutsTest.class.getClassLoader().getResourceAsStream(name), name)) {
      return bytes.readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException(name, unreadable);
    }
  }
}
