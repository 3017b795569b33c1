package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`` ~ body-missing",
        "` \n` ~ body-missing",
        "{\"a\": ~ json-malformed",
        "{\"a\":NaN} ~ json-malformed",
        "{\"a\":-Infinity} ~ json-malformed",
        "{\"a\":01} ~ json-malformed",
        "{\"a\":1,} ~ json-malformed",
        "{'a':1} ~ json-malformed",
        "/* comment */ {} ~ json-malformed",
        "] ~ json-malformed",
        "{} {} ~ json-trailing",
        "{} x ~ json-trailing",
        "{\"a\":1,\"a\":1} ~ json-duplicate-key",
        "{\"a\":1,\"\\u0061\":2} ~ json-duplicate-key",
        "{\"a\":\"\\ud800\"} ~ encoding"
      })
  void shouldNameTheBrokenRule(String text, String code) {
    assertThat(rejection(text == null ? new byte[0] : text.getBytes(UTF_8))).isEqualTo(code);
  }

  @Test
  void shouldBoundNestingAndNumbers() {
    assertThat(rejection(("[".repeat(10_000) + "]".repeat(10_000)).getBytes(UTF_8)))
        .isEqualTo("json-too-deep");
    assertThat(rejection("7".repeat(101).getBytes(UTF_8))).isEqualTo("json-number-too-long");
    assertThat(rejection(("1." + "7".repeat(101)).getBytes(UTF_8)))
        .isEqualTo("json-number-too-long");
    assertThat(StrictJson.parse(("[".repeat(64) + "]".repeat(64)).getBytes(UTF_8)).isArray())
        .isTrue();
  }

  @Test
  void shouldTakeLongNamesAndTextsAsTheyAre() {
    String name = "n".repeat(60_000);
    assertThat(StrictJson.parse(("{\"" + name + "\":1}").getBytes(UTF_8)).has(name)).isTrue();
  }

  @Test
  void shouldTakeTheCharacterThatStandsForBrokenOnes() {
    assertThat(StrictJson.parse("\"\uFFFD\"".getBytes(UTF_8)).stringValue()).isEqualTo("\uFFFD");
  }

  @Test
  void shouldRejectWhatIsNotUtf8() {
    assertThat(rejection(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).isEqualTo("encoding");
    assertThat(rejection("{}".getBytes(UTF_16))).isEqualTo("encoding");
    assertThat(rejection("\uFEFF{}".getBytes(UTF_8))).isEqualTo("encoding");
  }

  private static String rejection(byte[] body) {
    InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> StrictJson.parse(body));
    assertThat(invalid).isNotNull();
    assertThat(invalid.violation().defect().isSyntactic()).isTrue();
    return invalid.violation().code();
  }
}
