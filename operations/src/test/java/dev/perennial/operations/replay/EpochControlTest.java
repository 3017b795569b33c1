package dev.perennial.operations.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import dev.perennial.operations.replay.EpochControl.Action;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class EpochControlTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

  private final MongoClient client;
  private final EpochControl control;

  EpochControlTest(Backends backends) {
    client = MongoClients.create(backends.mongodb().uri());
    client.getDatabase(ControlDatabase.NAME).drop();
    control = new EpochControl(client, CLOCK, "ada", 1);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void everyStepShouldBeInTheChain() {
    control.build(2);
    control.serve(2, control.serving(), Action.SWITCHED);
    control.dropped(1);

    assertThat(control.serving()).isEqualTo(new ServingEpoch(2, 1));
    assertThat(control.building()).isEmpty();
    assertThat(chained())
        .containsExactly(
            "ada epoch-started epoch 2 {}",
            "ada epoch-switched epoch 2 {previous=1}",
            "ada epoch-dropped epoch 1 {}");
  }

  @Test
  void aStepThatCameTooLateShouldLeaveNothing() {
    control.build(2);
    ServingEpoch before = control.serving();
    control.serve(2, before, Action.SWITCHED);
    control.build(3);

    assertThatThrownBy(() -> control.serve(3, before, Action.SWITCHED))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("Another epoch than 1 serves");

    assertThat(control.building()).contains(3);
    assertThat(chained()).hasSize(3);
  }

  @Test
  void droppingAnEpochShouldNotEndTheBuildingOfAnother() {
    control.build(2);
    control.dropped(5);
    assertThat(control.building()).contains(2);
    control.dropped(2);
    assertThat(control.building()).isEmpty();
  }

  private List<String> chained() {
    List<String> lines = new ArrayList<>();
    new AuditChain(client, CLOCK, "nobody").list(lines::add);
    return lines.stream()
        .map(line -> line.split("\t"))
        .map(parts -> String.join(" ", List.of(parts).subList(2, 6)))
        .toList();
  }
}
