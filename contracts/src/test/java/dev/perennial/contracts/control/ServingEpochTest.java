package dev.perennial.contracts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class ServingEpochTest {

  @Test
  void shouldBeReadFromItsDocument() {
    assertThat(ServingEpoch.of(new Document("_id", "serving").append("epoch", 2)))
        .isEqualTo(new ServingEpoch(2, null));
    assertThat(ServingEpoch.of(new Document("epoch", 3L).append("previous", 2)))
        .isEqualTo(new ServingEpoch(3, 2));
    assertThat(ServingEpoch.databaseOf(2)).isEqualTo("projections-e2");
  }

  @Test
  void whatNamesNoEpochShouldBeRefused() {
    assertThatThrownBy(() -> ServingEpoch.of(new Document("epoch", 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ServingEpoch.of(new Document("epoch", "2")))
        .isInstanceOf(RuntimeException.class);
  }
}
