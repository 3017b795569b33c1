package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class MinorUnitsTest {

  @ParameterizedTest
  @CsvSource({
    "1299, eur, 12.99",
    "0, usd, 0.00",
    "1480, jpy, 1480",
    "500, krw, 500",
    "5120, kwd, 5.120",
    "1230, bhd, 1.230",
    "500, isk, 5",
    "500, ugx, 5",
    "1045, huf, 10.45",
    "80045, twd, 800.45",
    "700, mga, 700.00"
  })
  void shouldBeAsStripeCountsThem(String minor, String currency, String value) {
    assertThat(
            MinorUnits.exact(new BigDecimal(minor), holder(currency)).path("value").stringValue())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "166.5, eur, 1.66",
    "167.5, eur, 1.68",
    "0.5, jpy, 0",
    "150, isk, 2",
    "0.01, usd, 0.00"
  })
  void aPriceShouldBeRoundedHalfToEven(String minor, String currency, String value) {
    assertThat(
            MinorUnits.rounded(new BigDecimal(minor), holder(currency)).path("value").stringValue())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"150, isk", "12.5, eur", "100, xxz", "100, ''"})
  void anAmountThatIsNoneShouldNotBeGuessed(String minor, String currency) {
    assertThatThrownBy(() -> MinorUnits.exact(new BigDecimal(minor), holder(currency)))
        .isInstanceOf(Unmappable.class);
  }

  private static StripeObject holder(String currency) {
    return new StripeObject(
        JsonNodeFactory.instance.objectNode().put("currency", currency), "event.data.object");
  }
}
