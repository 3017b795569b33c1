package dev.perennial.ingest.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final byte[] BODY = "{\"id\": \"evt_1\", \"name\": \"Zoë\"}".getBytes(UTF_8);
  private static final String OLD = "whsec_old";
  private static final String NEW = "whsec_new";
  private static final String BY_OLD = Signing.digest(OLD, BODY, NOW);
  private static final String BY_NEW = Signing.digest(NEW, BODY, NOW);
  private static final String TIME = "t=" + NOW.getEpochSecond();

  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of("as Stripe writes it", TIME + ",v1=" + BY_OLD, true),
        Arguments.of("with spaces", TIME + ", v1=" + BY_OLD, true),
        Arguments.of("by both secrets", TIME + ",v1=" + BY_OLD + ",v1=" + BY_NEW, true),
        Arguments.of("by the new secret alone", TIME + ",v1=" + BY_NEW, true),
        Arguments.of(
            "one wrong, one right", TIME + ",v1=" + "0".repeat(64) + ",v1=" + BY_NEW, true),
        Arguments.of("with another scheme beside", TIME + ",v0=abc,v1=" + BY_OLD, true),
        Arguments.of("the time last", "v1=" + BY_OLD + "," + TIME, true),
        Arguments.of("300 s old", Signing.header(OLD, BODY, NOW.minusSeconds(300)), true),
        Arguments.of("300 s ahead", Signing.header(OLD, BODY, NOW.plusSeconds(300)), true),
        Arguments.of("301 s old", Signing.header(OLD, BODY, NOW.minusSeconds(301)), false),
        Arguments.of("301 s ahead", Signing.header(OLD, BODY, NOW.plusSeconds(301)), false),
        Arguments.of("empty", "", false),
        Arguments.of("no time", "v1=" + BY_OLD, false),
        Arguments.of("two times", TIME + "," + TIME + ",v1=" + BY_OLD, false),
        Arguments.of("a time that is none", "t=now,v1=" + BY_OLD, false),
        Arguments.of("a time out of range", "t=999999999999,v1=" + BY_OLD, false),
        Arguments.of("another time than was signed", "t=1,v1=" + BY_OLD, false),
        Arguments.of("no signature", TIME, false),
        Arguments.of("the scheme v0 alone", TIME + ",v0=" + BY_OLD, false),
        Arguments.of("a digest that is too short", TIME + ",v1=" + BY_OLD.substring(2), false),
        Arguments.of("a digest that is no hex", TIME + ",v1=" + "z".repeat(64), false),
        Arguments.of("by another secret", Signing.header("whsec_other", BODY, NOW), false),
        Arguments.of("too long", TIME + ",v1=" + BY_OLD + ",v1=" + "0".repeat(3_000), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void shouldBelieveOnlyWhatStripeSigned(String which, String header, boolean believed) {
    assertThat(verified(header, BODY)).as(which).isEqualTo(believed);
  }

  @Test
  void shouldNotBelieveAnotherBody() {
    byte[] altered = "{\"id\":\"evt_1\",\"name\":\"Zoë\"}".getBytes(UTF_8);
    assertThat(verified(TIME + ",v1=" + BY_OLD, altered)).isFalse();
  }

  @Test
  void shouldBelieveNobodyWithoutASecret() {
    assertThat(
            Signature.parse(TIME + ",v1=" + BY_OLD)
                .orElseThrow()
                .isOf(BODY, List.of(), NOW, Duration.ofMinutes(5)))
        .isFalse();
  }

  private static boolean verified(String header, byte[] body) {
    return Signature.parse(header)
        .filter(found -> found.isOf(body, List.of(OLD, NEW), NOW, Duration.ofMinutes(5)))
        .isPresent();
  }
}
