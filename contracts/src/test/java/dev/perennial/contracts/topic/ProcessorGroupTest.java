package dev.perennial.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessorGroupTest {

  @Test
  void itsNameShouldSayTheEpoch() {
    assertThat(ProcessorGroup.epochOf(new ProcessorGroup(12).id())).hasValue(12);
    assertThat(ProcessorGroup.epochOf("perennial-processor-e0")).isEmpty();
    assertThat(ProcessorGroup.epochOf("perennial-processor-e1x")).isEmpty();
    assertThat(ProcessorGroup.epochOf("perennial-notifier")).isEmpty();
    assertThatThrownBy(() -> new ProcessorGroup(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itShouldOwnItsChangelogsAndNoOthers() {
    ProcessorGroup group = new ProcessorGroup(1);

    assertThat(group.changelogOf("partition"))
        .isEqualTo("perennial-processor-e1-partition-changelog");
    assertThat(group.owns(group.changelogOf("partition"))).isTrue();
    assertThat(group.owns(new ProcessorGroup(11).changelogOf("partition"))).isFalse();
    assertThat(group.owns("subscriptions.e1")).isFalse();
  }
}
