package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A delivery that comes to something else than it did the first time. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.REDIS})
class RedeliveryTest {

  private static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void whatWasMadeOfTheFirstShouldStand(Backends backends) {
    String broker = backends.kafka().bootstrapServers();
    String mongodbUri = backends.mongodb().uri();
    try (EventsTopic topic = EventsTopic.open(broker);
        MongoClient mongodb = MongoClients.create(mongodbUri);
        Service service =
            Service.start(
                broker,
                mongodbUri,
                "perennial.redis.uri=" + backends.redis().uri(),
                "perennial.ingest.hook-key=" + StoredHooks.KEY)) {
      StoredHooks hooks = new StoredHooks(mongodb);
      String hook = hooks.live("redelivered", StoredHooks.SECRET);
      long before = topic.size();
      assertThat(post(service, hook, 1299).statusCode()).isEqualTo(202);
      assertThat(post(service, hook, 1299).statusCode()).isEqualTo(202);

      HttpResponse<String> early = post(service, hook, 1399);
      assertThat(early.statusCode()).as("perhaps the first was never durable").isEqualTo(503);
      assertThat(early.headers().firstValue("Retry-After")).isPresent();

      hooks.receive("redelivered", "https://stripe.com/accounts/" + hook, "evt_r1");
      HttpResponse<String> later = post(service, hook, 1399);
      assertThat(later.statusCode()).isEqualTo(200);
      assertThat(Service.json(later).path("reason").stringValue()).isEqualTo("already-taken");
      assertThat(service.metrics()).contains("outcome=\"already-taken\"");
      assertThat(topic.size()).isEqualTo(before + 1);
    }
  }

  private static HttpResponse<String> post(Service service, String hook, int amount) {
    ObjectNode event =
        StripePayloads.payload("invoice-paid")
            .put("id", "evt_r1")
            .put("created", NOW.getEpochSecond());
    StripePayloads.object(event).put("amount_paid", amount);
    byte[] body = StripePayloads.bytesOf(event);
    return service.send(
        service
            .request("/v1/hooks/stripe/" + hook)
            .header("Stripe-Signature", Signing.header(StoredHooks.SECRET, body, NOW))
            .POST(BodyPublishers.ofByteArray(body)));
  }
}
