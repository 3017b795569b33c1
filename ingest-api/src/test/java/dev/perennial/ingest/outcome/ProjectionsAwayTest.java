package dev.perennial.ingest.outcome;

import static dev.perennial.contracts.projection.ReceiptDocument.Status.APPLIED;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.MongoServer;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.domain.event.EventId;
import dev.perennial.ingest.Service;
import dev.perennial.ingest.projection.SeededProjections;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, since another epoch is made to serve, and then it is stopped. */
class ProjectionsAwayTest {

  private final Clock clock = Clock.systemUTC();

  @Test
  void shouldReadTheServingEpochAndSaySoWhereTheDatabaseIsAway(@TempDir Path folder) {
    try (MongoServer server = MongoServer.start(folder, (component, message) -> {});
        SeededProjections seeded = new SeededProjections(server.uri(), 2);
        Service service =
            Service.start(
                "127.0.0.1:" + FreePorts.next(),
                server.uri(),
                "perennial.ingest.outcome.read-timeout=500ms",
                "perennial.ingest.reconciliation.read-timeout=1s")) {
      seeded.receipt(
          SeededProjections.receipt(
              "acme",
              new EventId("/billing", "evt-1"),
              "d",
              "subscription.started",
              APPLIED,
              null,
              clock.instant(),
              0));
      assertThat(service.read("/v1/events/evt-1").statusCode()).isEqualTo(404);

      serve(server, 2);

      HttpResponse<String> known = service.read("/v1/events/evt-1");
      assertThat(known.statusCode()).isEqualTo(200);
      assertThat(Service.json(known).path("asOf").isNull()).isTrue();

      server.stop();

      unavailable(service.read("/v1/events/evt-1"));
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      unavailable(service.read("/v1/reconciliation?source=/billing&day=" + today));
    }
  }

  private static void serve(MongoServer server, int epoch) {
    try (MongoClient client = MongoClients.create(server.uri())) {
      client
          .getDatabase(ControlDatabase.NAME)
          .getCollection(ControlDatabase.EPOCHS)
          .insertOne(new Document("_id", ServingEpoch.ID).append(ServingEpoch.EPOCH, epoch));
    }
  }

  private static void unavailable(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("unavailable");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
  }
}
