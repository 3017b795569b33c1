package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  @Test
  void neverGivesTheSamePortTwice() {
    var ports = IntStream.range(0, 200).map(i -> FreePorts.next()).boxed().toList();

    assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 18_000 && port < 32_000);
  }

  @Test
  void aPortSomeoneListensOnIsNotFree() throws Exception {
    try (var loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var everywhere = new ServerSocket(0)) {
      assertThat(FreePorts.isFree(loopback.getLocalPort())).isFalse();
      assertThat(FreePorts.isFree(everywhere.getLocalPort())).isFalse();
    }
  }

  @Test
  void aLostRaceIsRunOnceMore() {
    var tried = new ArrayList<Integer>();

    int port =
        FreePorts.startOn(
            candidate -> {
              tried.add(candidate);
              if (tried.size() == 1) {
                throw new StartupFailure("x", "ended", List.of("bind: Address already in use"));
              }
              return candidate;
            });

    assertThat(tried).hasSize(2).doesNotHaveDuplicates().endsWith(port);
  }

  @Test
  void anyOtherFailureIsFinal() {
    var tried = new ArrayList<Integer>();

    assertThatThrownBy(
            () ->
                FreePorts.startOn(
                    candidate -> {
                      tried.add(candidate);
                      throw new StartupFailure("x", "disk full", List.of());
                    }))
        .isInstanceOf(StartupFailure.class)
        .hasMessage("x did not start: disk full");
    assertThat(tried).hasSize(1);
  }
}
