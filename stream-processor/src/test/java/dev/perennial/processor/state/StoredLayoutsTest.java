package dev.perennial.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that earlier releases, and this one, have left in stores. */
class StoredLayoutsTest {

  private static final String KEY = "acme|alice|netflix";

  private static final MemoryFormat<SubscriptionMemory> SUBSCRIPTIONS =
      MemoryFormat.subscriptions();

  @Test
  void shouldReadASubscriptionOfLayout2() {
    SubscriptionMemory memory = SUBSCRIPTIONS.read(KEY, stored("layout-2/typical.bin"));

    assertThat(memory.facts().entries())
        .extracting(entry -> entry.fact().id().id())
        .containsExactly("evt-1", "evt-2", "evt-3", "evt-4", "evt-0", "evt-5", "evt-6", "evt-7");
    assertThat(memory.facts().entries())
        .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(FactStatus.Outcome.APPLIED));
    assertThat(memory.facts().entries().getFirst().fact().digest())
        .isEqualTo("e86781b4eb882ac5e283cc85a22c9178");
    assertThat(memory.told())
        .hasSize(7)
        .containsEntry("", "57fb5f36c9e837b6")
        .containsEntry("inv-6", "3748305856c44dff");
    assertThat(memory.contributions()).hasSize(6);
    assertThat(memory.raised().slots().keySet())
        .extracting(RaisedAlerts.Slot::type)
        .containsExactly(AlertType.RENEWAL_UPCOMING);
    assertThat(memory.moment()).isEqualTo(Instant.parse("2021-07-30T07:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "typical", "typical-uuids", "sixty-payments"})
  void shouldRewriteLayout2AsLayout3WithNothingLost(String name) {
    SubscriptionMemory memory = SUBSCRIPTIONS.read(KEY, stored("layout-2/" + name + ".bin"));

    byte[] rewritten = SUBSCRIPTIONS.write(KEY, memory);

    assertThat(rewritten[0]).isEqualTo(MemoryFormat.COMPACT_LAYOUT);
    assertThat(SUBSCRIPTIONS.read(KEY, rewritten)).isEqualTo(memory);
  }

  @Test
  void shouldReadWhatElseLayout2Kept() {
    SubscriberMemory subscriber =
        MemoryFormat.subscribers().read("acme|alice", stored("layout-2/subscriber.bin"));
    assertThat(subscriber.subscriptions()).isEqualTo(1);
    assertThat(subscriber.facts().size()).isEqualTo(1);

    PartitionMemory partition =
        MemoryFormat.partitions().read("", stored("layout-2/partition.bin"));
    assertThat(partition.offset()).isEqualTo(8);
    assertThat(partition.lastTick()).isEqualTo(Instant.parse("2021-07-26T09:00:00Z"));
    assertThat(MemoryFormat.partitions().write("", partition)).hasSize(22);

    MonthlyTotal total = MemoryFormat.totals().read("", stored("layout-2/total.bin"));
    assertThat(total.lines()).hasSize(1);
    assertThat(total.days().firstKey().day()).isEqualTo(30);
    assertThat(MemoryFormat.totals().write("", total)).hasSize(26);
  }

  /** Fails when the dictionary or the order of parts was changed under the same version. */
  @Test
  void shouldReadASubscriptionThatLayout3HasLeft() {
    assertThat(SUBSCRIPTIONS.read(KEY, stored("layout-3/typical.bin")))
        .isEqualTo(SUBSCRIPTIONS.read(KEY, stored("layout-2/typical.bin")));
  }

  @Test
  void shouldRefuseBrokenJsonOfLayout2() {
    assertThatThrownBy(() -> SUBSCRIPTIONS.read(KEY, new byte[] {2, '{', '"'}))
        .isInstanceOf(SerializationException.class)
        .hasMessage("The store holds a broken SubscriptionMemory");
  }

  @Test
  void shouldNotKeepDigestsThatFollowFromTheFacts() {
    SubscriptionMemory memory = SUBSCRIPTIONS.read(KEY, stored("layout-2/typical.bin"));

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
        .containsExactly("facts", "told", "contributions", "raised", "moment");
    assertThat(components(SubscriberMemory.class)).containsExactly("facts", "subscriptions");
    assertThat(components(StoredFact.class)).containsExactly("fact", "offset", "outcome");
    assertThat(components(Fact.class))
        .containsExactly("id", "time", "digest", "receivedAt", "mode", "data");
    assertThat(components(Contribution.class)).containsExactly("day", "category", "amount");
    assertThat(components(MonthlyTotal.class)).containsExactly("lines", "days");
    assertThat(components(MonthlyTotal.Line.class)).containsExactly("currency", "category");
    assertThat(components(MonthlyTotal.Day.class)).containsExactly("day", "currency");
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
