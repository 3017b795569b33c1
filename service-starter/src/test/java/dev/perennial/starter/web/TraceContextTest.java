package dev.perennial.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @Test
  void shouldHandOnWhatIsWellFormed() {
    TraceContext context = TraceContext.read(PARENT, List.of("a=1 , b@c=x y", "d=2"));
    assertThat(context.traceparent()).isEqualTo(PARENT);
    assertThat(context.tracestate()).isEqualTo("a=1,b@c=x y,d=2");
    assertThat(context.traceId()).isEqualTo(TRACE);
  }

  @Test
  void shouldTakeALaterVersionWithMoreInIt() {
    String later = "cc" + PARENT.substring(2) + "-what-comes";
    assertThat(TraceContext.read(later, List.of()).traceparent()).isEqualTo(later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0\n"
      })
  void shouldBeginAnewWithWhatIsNot(String traceparent) {
    TraceContext context = TraceContext.read(traceparent, List.of("a=1"));
    assertThat(context.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(context.traceId()).isNotEqualTo(TRACE);
    assertThat(context.tracestate()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A=1", "a", "a=", "a=b=c", "a=1,b", "a=\u00e4", "a=1\r\nb"})
  void shouldDropAStateThatIsNotWellFormed(String state) {
    TraceContext context = TraceContext.read(PARENT, List.of(state));
    assertThat(context.traceparent()).isEqualTo(PARENT);
    assertThat(context.tracestate()).isNull();
  }

  @Test
  void shouldDropALongState() {
    String member = "a=" + "x".repeat(40);
    List<String> many = Collections.nCopies(13, member);
    assertThat(TraceContext.read(PARENT, many).tracestate()).isNull();
    assertThat(TraceContext.read(PARENT, Collections.nCopies(33, "a=1")).tracestate()).isNull();
    assertThat(TraceContext.read(PARENT, Collections.nCopies(32, "a=1")).tracestate()).isNotNull();
  }

  @Test
  void shouldNotBeginTheSameTraceTwice() {
    assertThat(TraceContext.fresh()).isNotEqualTo(TraceContext.fresh());
  }
}
