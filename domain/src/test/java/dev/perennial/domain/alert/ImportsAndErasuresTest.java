package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was over before we heard of it, and what was forgotten. */
class ImportsAndErasuresTest {

  private final Ticked told = new Ticked();

  @Test
  void whatLiesBeforeAnImportStaysUnsaidTheOlderLeadToo() {
    told.imported("2025-01-01", monthly("2025-01-31", "12.99"), "2025-02-27T09:00:00.001Z");

    assertThat(told.tick("2025-02-27T10:00:00Z")).isEmpty();
    assertThat(told.tick("2025-03-24T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-03-31 7/7 12.99");
  }

  @Test
  void whatFiresAtTheVeryMomentOfTheImportIsTold() {
    told.imported("2025-01-01", monthly("2025-01-31", "12.99"), "2025-02-27T09:00:00Z");

    assertThat(told.tick("2025-02-27T10:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 1/1 12.99");
  }

  @Test
  void theNewestOfAnImportDecidesAndLiveEventsDoNot() {
    told.imported("2025-01-01", monthly("2025-01-31", "12.99"), "2025-02-20T00:00:00Z");
    told.imported("2025-01-02", failed("p1", "12.99"), "2025-02-21T12:00:00Z");
    told.add("2025-02-24", failed("p2", "12.99"));

    assertThat(told.tick("2025-02-21T13:00:00Z")).isEmpty();
    assertThat(told.tick("2025-02-24T13:00:00Z"))
        .containsExactly("payment.failed 2025-02-24 0/0 12.99 p2");
  }

  @Test
  void whatWasToldBeforeAnImportStands() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.tick("2025-02-21T09:00:00Z");
    told.imported("2025-01-02", paid("p1", "12.99"), "2025-02-22T00:00:00Z");

    assertThat(told.tick("2025-02-22T00:00:01Z")).isEmpty();
  }

  @Test
  void theNextAlertIsOneThatWillBeTold() {
    told.imported("2025-01-01", monthly("2025-01-31", "12.99"), "2025-02-21T09:00:00Z");
    assertThat(told.scheduled("2025-02-01T00:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 7 at 2025-02-21T09:00:00Z");
    assertThat(told.scheduled("2025-02-21T09:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 1 at 2025-02-27T09:00:00Z");

    told.imported("2025-01-02", failed("p1", "12.99"), "2025-02-21T09:00:00.001Z");
    assertThat(told.scheduled("2025-02-01T00:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 1 at 2025-02-27T09:00:00Z");
  }

  @Test
  void anErasureVoidsAllThatStandsAndRemembersNothing() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-02-27", failed("p1", "12.99"));
    told.add("2025-02-27", failed("p2", "12.99"));
    Alerts before = told.alerts("2025-02-27T12:00:00Z");
    told.add("2025-02-28", paid("p2", "12.99"));
    Alerts after = told.alerts("2025-02-28T12:00:00Z");

    Alerts erased = Alerts.voidAll(after.next());

    List<String> standing =
        before.raised().stream()
            .map(AlertRaised::id)
            .filter(id -> !after.voided().contains(id))
            .sorted()
            .toList();
    assertThat(after.voided()).hasSize(1);
    assertThat(standing).hasSize(2);
    assertThat(erased.voided()).isEqualTo(standing);
    assertThat(erased.raised()).isEmpty();
    assertThat(erased.next()).isEqualTo(RaisedAlerts.none());
  }

  @Test
  void aNewLifeTellsTheSameUnderAnotherId() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.tick("2025-02-21T09:00:00Z");
    String old = told.last().id();
    told.eraseUpTo("2025-02-22T00:00:00Z");
    assertThat(told.tick("2025-02-22T09:00:00Z")).isEmpty();
    told.add("2025-02-22", monthly("2025-01-31", "12.99"));

    assertThat(told.tick("2025-02-22T13:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 7/6 12.99");
    assertThat(told.last().id()).isNotEqualTo(old);

    String second = told.last().id();
    told.eraseUpTo("2025-02-22T00:00:01Z");
    told.tick("2025-02-22T13:00:01Z");
    assertThat(told.last().id()).isNotEqualTo(second);
  }
}
