package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.ingest.Service;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class StripeBrokerAwayTest {

  private static final Instant NOW = Clock.systemUTC().instant();

  @Test
  void whatTheBrokerDoesNotAcknowledgeShouldMakeStripeComeAgain(Backends backends) {
    String[] settings = {
      "perennial.environment=DEVELOPMENT",
      "perennial.ingest.hook-key=" + StoredHooks.KEY,
      "perennial.ingest.delivery-timeout=500ms",
      "perennial.ingest.ack-timeout=600ms"
    };
    try (MongoClient mongodb = MongoClients.create(backends.mongodb().uri());
        Service alone = Service.start("127.0.0.1:1", backends.mongodb().uri(), settings)) {
      StoredHooks hooks = new StoredHooks(mongodb);
      String live = hooks.live("acme", StoredHooks.SECRET);
      assertUnacknowledged(post(alone, live, event(true)));
      // Outside of production test mode is heard like any other, at an address for it.
      assertUnacknowledged(post(alone, hooks.test("acme"), event(false)));
      assertThat(post(alone, live, event(false)).statusCode()).isEqualTo(200);
    }
  }

  private static byte[] event(boolean live) {
    return StripePayloads.bytesOf(
        StripePayloads.payload("invoice-paid")
            .put("created", NOW.getEpochSecond())
            .put("livemode", live));
  }

  private static HttpResponse<String> post(Service service, String hook, byte[] body) {
    return service.send(
        service
            .request("/v1/hooks/stripe/" + hook)
            .header("Stripe-Signature", Signing.header(StoredHooks.SECRET, body, NOW))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static void assertUnacknowledged(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("unacknowledged");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }
}
