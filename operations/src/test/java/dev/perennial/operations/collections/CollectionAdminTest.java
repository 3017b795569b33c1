package dev.perennial.operations.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class CollectionAdminTest {

  @Test
  void shouldMakeTheEpochsAndTheControlCollectionsOnce(Backends backends) {
    try (MongoClient client = MongoClients.create(backends.mongodb().uri())) {
      client.getDatabase("control").drop();
      client.getDatabase("projections-e77").drop();

      assertThat(CollectionAdmin.apply(client, 77))
          .contains(
              "created collection apiKeys",
              "created collection audit",
              "created index signInTokens.kept-30-days",
              "created index deadLetterAudit.by-letter",
              "created collection subscriptions",
              "created index receipts.erased-kept-60-days");
      assertThat(CollectionAdmin.apply(client, 77)).isEmpty();
      assertThat(client.getDatabase("projections-e77").listCollectionNames())
          .contains("watermarks", "subscriber-totals");
    }
  }
}
