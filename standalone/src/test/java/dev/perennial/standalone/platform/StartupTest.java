package dev.perennial.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.backends.Progress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StartupTest {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Startup startup =
      new Startup((component, message) -> told.add(component + " " + message));

  @Test
  void aPartBeginsWhenThoseItNeedsAreDone() {
    List<String> order = new CopyOnWriteArrayList<>();
    var first = startup.part("first", () -> order.add("first"));
    startup.part("second", () -> order.add("second"), first);

    startup.await();

    assertThat(order).containsExactly("first", "second");
    assertThat(told).hasSize(2).allSatisfy(line -> assertThat(line).contains(" ready in "));
  }

  @Test
  void shouldStopWhatHadStartedWhenAPartFails() {
    List<String> closed = new CopyOnWriteArrayList<>();
    var server = startup.part("server", () -> (AutoCloseable) () -> closed.add("server"));
    startup.part(
        "client",
        () -> {
          throw new IllegalStateException("no answer");
        },
        server);

    assertThatThrownBy(startup::await).hasMessage("no answer");
    assertThat(closed).containsExactly("server");
    assertThat(told).anySatisfy(line -> assertThat(line).isEqualTo("client did not start"));
  }

  @Test
  void aCheckedFailureNamesItsPart() {
    new Startup(Progress.SILENT);
    startup.part(
        "disk",
        () -> {
          throw new IOException("full");
        });

    assertThatThrownBy(startup::await)
        .isInstanceOf(PlatformException.class)
        .hasMessage("disk did not start: full");
  }
}
