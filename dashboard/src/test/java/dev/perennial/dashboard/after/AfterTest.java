package dev.perennial.dashboard.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perennial.contracts.http.Receipt;
import dev.perennial.starter.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AfterTest {

  private static final String FIRST = new Receipt(3, 41).text();
  private static final String SECOND = new Receipt(3, 57).text();
  private static final String ELSEWHERE = new Receipt(4, 7).text();

  @Test
  void withoutTheHeaderNothingIsAskedFor() {
    assertThat(After.parse(List.of()).isNothing()).isTrue();
  }

  @Test
  void receiptsComeBetweenCommasAndInSeveralFields() {
    After after = After.parse(List.of(SECOND + " , " + FIRST + ",", ELSEWHERE));

    assertThat(after.receipts()).hasSize(3);
    assertThat(after.offsets()).isEqualTo(Map.of(3, 57L, 4, 7L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " , ", "me", "MTox=x", "NDoxNw;NDoxOA", "LTE6MQ"})
  void whatIsNoReceiptIsRefusedWithoutAnEcho(String field) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> After.parse(List.of(field)))
        .satisfies(
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(400);
              assertThat(refusal.problem().code()).isEqualTo("receipt-malformed");
              assertThat(refusal.problem().detail())
                  .isEqualTo("Perennial-After takes receipts as ingest gave them.");
            });
  }

  @Test
  void aHundredReceiptsAreTakenAndNoMore() {
    assertThat(After.parse(Collections.nCopies(100, FIRST)).receipts()).hasSize(100);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> After.parse(Collections.nCopies(101, FIRST)))
        .satisfies(refusal -> assertThat(refusal.problem().code()).isEqualTo("receipts-too-many"));
  }
}
