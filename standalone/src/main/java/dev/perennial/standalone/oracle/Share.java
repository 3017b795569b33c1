package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of the price is the subscriber's. */
record Share(int part, int of) {

  private static final Share WHOLE = new Share(1, 1);

  static Share of(Map<String, Object> share) {
    return new Share(Json.whole(Json.member(share, "part")), Json.whole(Json.member(share, "of")));
  }

  static Share orWhole(@Nullable Share share) {
    return share == null ? WHOLE : share;
  }

  /** Rounded to the digits that the amount has. */
  BigDecimal of(BigDecimal amount) {
    return amount
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(of), amount.scale(), RoundingMode.HALF_EVEN);
  }
}
