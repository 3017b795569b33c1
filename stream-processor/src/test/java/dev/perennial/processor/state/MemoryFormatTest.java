package dev.perennial.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again; what is broken is refused, and costs nothing. */
class MemoryFormatTest {

  private static final long SEED = 20261125;
  private static final int CASES = 2_000;

  private static final MemoryFormat<SubscriptionMemory> SUBSCRIPTIONS =
      MemoryFormat.subscriptions();
  private static final MemoryFormat<SubscriberMemory> SUBSCRIBERS = MemoryFormat.subscribers();
  private static final MemoryFormat<PartitionMemory> PARTITIONS = MemoryFormat.partitions();
  private static final MemoryFormat<MonthlyTotal> TOTALS = MemoryFormat.totals();
  private static final MemoryFormat<RateMemory> RATES = MemoryFormat.rates();
  private static final MemoryFormat<StoredFacts> TENANTS = MemoryFormat.tenants();
  private static final MemoryFormat<TenantTotal.Sum> SUMS = MemoryFormat.tenantTotals();

  @Test
  void shouldReadWhatItHasWritten() {
    roundTrips(SUBSCRIPTIONS, RandomMemories.SUBSCRIPTION, RandomMemories::subscription);
    roundTrips(SUBSCRIBERS, RandomMemories.SUBSCRIBER, RandomMemories::subscriber);
    roundTrips(PARTITIONS, "", RandomMemories::partition);
    roundTrips(TOTALS, "", RandomMemories::total);
    roundTrips(RATES, RandomMemories.RATES, RandomMemories::rates);
    roundTrips(TENANTS, RandomMemories.TENANT, RandomMemories::tenant);
    roundTrips(SUMS, "", RandomMemories::sum);
  }

  private static <T> void roundTrips(
      MemoryFormat<T> format, String key, Function<RandomMemories, T> generator) {
    RandomMemories memories = new RandomMemories(SEED);
    for (int number = 0; number < CASES; number++) {
      T memory = generator.apply(memories);
      byte[] bytes = format.write(key, memory);

      assertThat(format.read(key, bytes)).as("Seed %d, case %d", SEED, number).isEqualTo(memory);
      assertThat(format.write(key, format.read(key, bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void shouldWriteEqualMemoryAsEqualBytesWhateverOrderItsMapsHave() {
    RandomMemories memories = new RandomMemories(SEED);
    for (int number = 0; number < CASES; number++) {
      SubscriptionMemory memory = memories.subscription();
      SubscriptionMemory same =
          new SubscriptionMemory(
              memory.facts(),
              new HashMap<>(memory.told()),
              memory.additions(),
              memory.raised(),
              memory.moment());

      assertThat(SUBSCRIPTIONS.write(RandomMemories.SUBSCRIPTION, same))
          .isEqualTo(SUBSCRIPTIONS.write(RandomMemories.SUBSCRIPTION, memory));
    }
  }

  @Test
  void shouldRefuseBytesThatEndTooSoonOrGoOn() {
    RandomMemories memories = new RandomMemories(SEED);
    for (int number = 0; number < 100; number++) {
      refusesCuts(
          SUBSCRIPTIONS,
          SUBSCRIPTIONS.write(RandomMemories.SUBSCRIPTION, memories.subscription()),
          RandomMemories.SUBSCRIPTION);
      refusesCuts(TOTALS, TOTALS.write("", memories.total()), "");
      refusesCuts(PARTITIONS, PARTITIONS.write("", memories.partition()), "");
    }
  }

  private static void refusesCuts(MemoryFormat<?> format, byte[] whole, String key) {
    int step = 1 + whole.length / 100;
    for (int length = 0; length < whole.length; length += step) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> format.read(key, cut)).isInstanceOf(SerializationException.class);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> format.read(key, longer)).isInstanceOf(SerializationException.class);
  }

  @Test
  @Timeout(60)
  void shouldNeverEndInAnotherExceptionWhenBytesAreBroken() {
    int refused =
        refusals(SUBSCRIPTIONS, RandomMemories.SUBSCRIPTION, RandomMemories::subscription)
            + refusals(SUBSCRIBERS, RandomMemories.SUBSCRIBER, RandomMemories::subscriber)
            + refusals(PARTITIONS, "", RandomMemories::partition)
            + refusals(TOTALS, "", RandomMemories::total)
            + refusals(RATES, RandomMemories.RATES, RandomMemories::rates)
            + refusals(TENANTS, RandomMemories.TENANT, RandomMemories::tenant)
            + refusals(SUMS, "", RandomMemories::sum);

    assertThat(refused).isGreaterThan(CASES);
  }

  /** Some broken bytes are another memory: no layout can tell. */
  private static <T> int refusals(
      MemoryFormat<T> format, String key, Function<RandomMemories, T> generator) {
    RandomMemories memories = new RandomMemories(SEED);
    Random random = new Random(SEED);
    int refused = 0;
    for (int number = 0; number < CASES; number++) {
      byte[] bytes = format.write(key, generator.apply(memories));
      for (int flips = random.nextInt(1, 4); flips > 0 && bytes.length > 1; flips--) {
        bytes[random.nextInt(1, bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(format.read(key, bytes)).isNotNull();
      } catch (SerializationException expected) {
        refused++;
      }
    }
    return refused;
  }

  @Test
  void shouldRefuseWhatPromisesMoreThanItHolds() {
    byte[] facts = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07};

    assertThatThrownBy(
            () ->
                SUBSCRIPTIONS.read(
                    RandomMemories.SUBSCRIPTION, Compression.deflated(MemoryFormat.LAYOUT, facts)))
        .isInstanceOf(SerializationException.class)
        .hasMessage("The store holds a broken SubscriptionMemory");
  }

  @Test
  void shouldRefuseALayoutThatItDoesNotKnow() {
    assertThatThrownBy(() -> TOTALS.read("", new byte[] {5, 0, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessage("The store holds MonthlyTotal in a layout that this release does not know");
    assertThatThrownBy(() -> TOTALS.read("", new byte[0]))
        .isInstanceOf(SerializationException.class);
  }

  /** They have neither home amounts nor movements, and nothing to make them of. */
  @ParameterizedTest
  @ValueSource(bytes = {2, 3})
  void shouldRefuseAnEarlierLayoutByName(byte layout) {
    assertThatThrownBy(() -> TOTALS.read("", new byte[] {layout, 0, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessage(
            "The store holds MonthlyTotal in layout %d of an earlier release: build the next epoch"
                + " (docs/replay.md)",
            layout);
  }
}
