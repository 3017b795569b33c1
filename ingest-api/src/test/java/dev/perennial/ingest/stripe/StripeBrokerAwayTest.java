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
    String[] impatient = {
      "perennial.ingest.hook-key=" + StoredHooks.KEY,
      "perennial.ingest.delivery-timeout=500ms",
      "perennial.ingest.ack-timeout=600ms"
    };
    try (MongoClient mongodb = MongoClients.create(backends.mongodb().uri());
        Service alone = Service.start("127.0.0.1:1", backends.mongodb().uri(), impatient)) {
      String hook = new StoredHooks(mongodb).live("acme", StoredHooks.SECRET);
      byte[] body =
          StripePayloads.bytesOf(
              StripePayloads.payload("invoice-paid").put("created", NOW.getEpochSecond()));
      HttpResponse<String> response =
          alone.send(
              alone
                  .request("/v1/hooks/stripe/" + hook)
                  .header("Stripe-Signature", Signing.header(StoredHooks.SECRET, body, NOW))
                  .POST(BodyPublishers.ofByteArray(body)));
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(Service.json(response).path("code").stringValue()).isEqualTo("unacknowledged");
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }
  }
}
